"""Mails as Outlook, Exchange, iOS, Gmail and mail servers write them."""

from __future__ import annotations

import base64
from email.message import EmailMessage

BOX = "comms.replies@brackenford.example"
DESK = "Highways Duty <highways@brackenford.example>"
SUBJECT = "Roadworks · Wolverton Road: 14 posts [CL-7F3K2]"
DIGEST_ID = "<d1.7F3K2@brackenford.example>"
READY = {
    "ours": "We'll deal with it.\n\nAnything comms should know?\n\n",
    "notours": "Not for us.\n\nWhose is it?\n\nAnything comms should know?\n\n",
    "inhand": "Already in hand.\n\nUntil when?\n\nAnything comms should know?\n\n",
    "finished": (
        "Finished.\n\nFixed, or no action and why?\n\n"
        "What was changed: signs, hours, words?\n\nAnything comms should know?\n\n"
    ),
}
KEEP = "Please leave the subject as it is: it says which message you answer.\n"
OUTLOOK_SIGNATURE = """
Kind regards,

Highways Duty
Network Management | Brackenford Council
Tel: 01632 960000
"""
SMALL_PRINT = """
This email and any attachments are confidential and intended solely for the addressee.
Brackenford Council may monitor email traffic. We'll deal with it as finished.
"""
OUTLOOK_QUOTE = """
________________________________
From: Communications <comms@brackenford.example>
Sent: 24 November 2026 09:05
To: Highways Duty <highways@brackenford.example>
Subject: Roadworks · Wolverton Road: 14 posts [CL-7F3K2]

14 posts from 11 people since 07:40. Not for us? Finished? Done? In hand until Friday?
"""
GMAIL_QUOTE = """
On Tue, 24 Nov 2026 at 09:05, Communications <comms@brackenford.example>
wrote:

> 14 posts from 11 people since 07:40.
> Finished? Not for us?
"""
IOS_QUOTE = """
Sent from my iPhone

> On 24 Nov 2026, at 09:05, Communications <comms@brackenford.example> wrote:
>
> 14 posts from 11 people since 07:40. Done?
"""


def mail(
    body: str,
    subject: str = f"RE: {SUBJECT}",
    sender: str = DESK,
    html: str = "",
    to: str = BOX,
    **headers: str,
) -> bytes:
    """A mail; a header `In_Reply_To` stands for In-Reply-To."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, to, subject
    made["Date"] = "Tue, 24 Nov 2026 09:30:00 +0000"
    made["Message-ID"] = headers.pop("Message_ID", "<a1@exchange.brackenford.example>")
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    if body:
        made.set_content(body)
    if html and body:
        made.add_alternative(html, subtype="html")
    elif html:
        made.set_content(html, subtype="html")
    return made.as_bytes()


def ready(kind: str, *filled: str, token: str = "7F3K2", tail: str = "", **headers: str) -> bytes:
    """A ready reply that was sent, with its blanks filled in from the first."""
    body = READY[kind]
    at = body.index("\n\n") + 2
    lines = body[at:].split("\n\n")
    given = [f"{q}\n{a}" if (a := (filled[n] if n < len(filled) else "")) else q
             for n, q in enumerate(lines) if q]  # fmt: skip
    text = body[:at] + "\n\n".join(given) + "\n\n" + KEEP + tail
    answer = body[: at - 3]
    return mail(
        text, f"[CL-{token}-{kind}] {answer}: Roadworks · Wolverton Road: 14 posts", **headers
    )


OUTLOOK_HTML = f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!--
p.MsoNormal {{margin:0cm;}} --></style></head><body lang="EN-GB"><div class="WordSection1">
<p class="MsoNormal">Not ours I&#8217;m afraid, this is for Waste and recycling.<o:p></o:p></p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">Kind regards</p>
<p class="MsoNormal">Highways Duty</p>
<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">
<p class="MsoNormal"><b>From:</b> Communications &lt;comms@brackenford.example&gt; <br>
<b>Sent:</b> 24 November 2026 09:05<br><b>To:</b> Highways Duty<br><b>Subject:</b> {SUBJECT}
</p></div></div><p class="MsoNormal">14 posts. Finished? Done?</p></div></body></html>"""
GMAIL_HTML = """<div dir="ltr">Done, signs turned this morning.</div><br>
<div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Tue, 24 Nov 2026 at 09:05,
Communications &lt;comms@brackenford.example&gt; wrote:<br></div><blockquote
class="gmail_quote" style="margin:0"><p>Not for us? In hand until?</p></blockquote></div>"""
IOS_HTML = """<html><body dir="auto">In hand until Friday<br><div dir="ltr">Sent from my iPhone
</div><div dir="ltr"><br><blockquote type="cite">On 24 Nov 2026, at 09:05, Communications wrote:
<br><br></blockquote></div><blockquote type="cite"><div>Done?</div></blockquote></body></html>"""
OWA_HTML = f"""<html><body><div style="font-family: Calibri">We'll pick this up today.</div>
<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1">
<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri"><b>From:</b> Communications<br>
<b>Sent:</b> Tuesday, November 24, 2026 9:05 AM<br><b>To:</b> Highways Duty<br>
<b>Subject:</b> {SUBJECT}</font></div><div>Not for us? Finished?</div></body></html>"""

DSN = b"""Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.brackenford.example>
To: comms@brackenford.example
Subject: Undelivered Mail Returned to Sender
Date: Tue, 24 Nov 2026 09:06:00 +0000
Message-ID: <bounce1@mx.brackenford.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.brackenford.example

Final-Recipient: rfc822; highways@brackenford.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 no such user

--b1
Content-Type: message/rfc822

Message-ID: <d1.7F3K2@brackenford.example>
Subject: Roadworks [ref 7F3K2]

14 posts
--b1--
"""


def encoded(text: str) -> str:
    """A subject as mail programs encode it: in two words, folded."""
    parts = [text[: len(text) // 2], text[len(text) // 2 :]]
    made = (base64.b64encode(p.encode()).decode() for p in parts)
    return "\r\n ".join(f"=?utf-8?B?{p}?=" for p in made)
