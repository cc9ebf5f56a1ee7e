<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en_GB">
<context>
    <name>ui</name>
    <message>
        <source> (another body)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (set for this source)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ({calm} mentions)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ({cards} mentions)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ({keys:,} mentions)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ({value} more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Columns not used: {listed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Hides {counted} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Ring {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The next comes back {next_at}, if not before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> To {source}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> We look for words; you judge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and {value} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> at {counted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> to {service}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> until {last:%a} {day} {last:%b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> working hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> {counted} asked now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · sorted by need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · {counted} quiet now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · {stack_size} like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! Still empty: {listed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! due since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! {counted} not filled in: {shown}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! {who}: no number filled in yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! {who}: no number filled in yet ({why})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Danger…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;For information to another area…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hold all publicity…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Join it to another stack…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Known works and events…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Monday {monday}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mute this thread, or unmute it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print or PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Silence this topic…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take one out of this stack…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tomorrow {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tone…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unstar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wake it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What is asleep…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What the service said…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;You said, we did…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>({to_do}) Council Listener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ Add a mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, for information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, next {due}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, next {following}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {counted} first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {counted} not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {faults} with a fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {quiet} unusually silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 mention has been on hold for seven days: look whether it is still needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 spike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>101</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>999</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; another body does it: we only point there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; not ours: {value} does it, we only point there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; out of hours {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; you judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; {counted} could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; {counted} held back, as publicity is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; {counted} passed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; {faults:,} could not be added (see Sources)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; {in_thread:,} in this thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; {second} read it besides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A &amp;date…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A .pem file, where the server’s certificate is signed by the council itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A capital letter is too easily typed by mistake; use the letter, or Ctrl with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A claim known to be false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A consultation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date such as 2027-03-22. Leave both empty where no election is near.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A day that is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A digest needs a subject and a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A digest tells one service what residents say, in one short message. It is written when an area’s time has come, or at once for a spike; you read it, and send it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A digest, from Council Listener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A later post where we answered: {word}, {by}, {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list of feeds from another program (OPML), or your council's own file: then the sample leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mention that names one is marked, and held in a pre-election period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mention that repeats one shows what is true beside it; whether to correct it is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mention, from Council Listener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note has at most {longest:,} characters; this one has {note:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture cannot be read here and is not kept: please type what it says, without names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A possible danger leaves Urgent only by Passed on (U) or Read, nobody at risk (P).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reply is written to one mention at a time: choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second pair of eyes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second person reads it before it goes: {waits}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second reader, no quotes, no place finer than the ward.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session takes (0: none is shown)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A site will do: its feeds of posts and of comments are found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sound with the alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A source could not be heard whole meanwhile: there are more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A source is asked every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A source needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spike is a topic or a place that several people talk about much more than is usual for that hour of that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spike is a topic or a place that several people talk about much more than is usual for that hour of that day. It is shown here and passed to the service that can fix it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spike that they explain whole calls nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table with a heading (name, handle, party), or a pasted list with one member on each line: name, handle, party.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table with a heading: name, and if you have them kind, nicknames (| between), ward. A list of street names from your gazetteer will do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table with the columns service_area, category, tier and typical_phrases (| between).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A test message went. Look whether it arrives: {to}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A view on a consultation that stands here is passed on to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a mention with A, in any list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a mention…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a source (Sources), or add a mention by hand (A).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add them to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added by hand: {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added. It was read and put where it belongs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding {counted} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of a feed or a site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the contact centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the deputy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses of people who have left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses, one on each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All as usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All lists were searched, Done too. {hints}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All publicity is held until {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All publicity is held until {until}: {why} ({by}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sources were checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {shown:,} that are shown are selected, of {total:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ambulance (999)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An e-mail address or a page. Sites are told it when their feed is asked, so that they can reach you instead of shutting you out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And only where it has grown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another body: residents are sent there, nothing goes to it by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another body: residents are sent there. Mail goes only where you add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another flowchart walks everything that is undecided again. What was decided stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another kind of danger: shows its card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another link…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers count from these too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers of the services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers that wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers that wait ({many:,})…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers that wait for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved by {by}{when}. Use these words or choose silence; both are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved by, not by its writer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved reply to self-harm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas and people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As far as we can tell this is not on our own page: do not reply. Tell the safeguarding lead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As people write it: Brackenford. Empty: taken from the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As sources show them. What the council says itself is no mention and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As suggested: {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the service sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once, not with the digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {true_host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached: {counted} as a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank holidays of England and Wales, as we know them. Please check them each year: a day that is proclaimed for one year only has to be added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside these, and not counted: {kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bluesky</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both stacks become one. Nothing is lost: each can be taken out again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brackenford is made up: some 300 mentions over three weeks. Nothing is real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in a list (OPML)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in what you have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in who is told of each area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in works or events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in {many}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring them in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates of the council’s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change who is told of {area}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check all now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking all sources …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking {name} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking: {done} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a council file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a mention first: the one shown is printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an OPML file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cities, metropolitan and London boroughs are unitary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Council Listener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes on (may be left open)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column for: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns left out: {listed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complaint route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consultations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact for site owners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied for the emergency service, and logged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied, and logged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: paste it into a mail to IT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: paste it under the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies link, platform, handle, time and the exact words. Whom you give it to and why is kept in the history, and that a name or handle was given where there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy and log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy and open the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy for IT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the approved reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the line and open the post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the link of the reply in the browser and paste it here. Left empty, it is kept as posted without a link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct what was added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct what was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected the {what}: {get}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected. It was read again and put where it belongs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could anyone read this without joining?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Council</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Council Listener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Council Listener cannot open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Council Listener: {waiting}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count answers from {by} from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Z holds it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut after {longest:,} characters; the original has the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danger: {because}.{judge}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide {many:,} mentions at once?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide, with a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided already: {outcome}{service}, by {by}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided as suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided: forward to {service}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided: {outcome}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digests on working days at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not say this again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not send it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a link, a text, a picture, or a file that ends in .eml .csv .tsv .jsonl or .opml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped. What stood in it waits again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duty contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duty contacts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each as suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the digest for {area}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency, for twelve hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty where the server wants none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the &amp;hold on publicity…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the hold on publicity? {by} holds it: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the hold…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended {many:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc goes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc lets go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every key can be changed or switched off. The sheet of keys (?) and the buttons follow at once. Ctrl+1 to Ctrl+0 open the lists and stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone who works here, one on each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is saved. The next start says from when to when nobody listened, and what came in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facebook group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a {one}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fire and rescue (999)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First look and reply run in working time. The urgent clock never stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First look within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First pre-election day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First what may be a person at risk, then hazards, then what we are not sure of. The app looks for words; you judge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flowchart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flowchart “{chart}”. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flowchart, elections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold how this is worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For IT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For how long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For information to {area}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the emergency services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For three days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For three months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For two weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {service}: choose another service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For: {service} ({area})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forwarded{to} {at} by {by}{many}; no finish yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found afterwards {many:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give to emergency services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give to emergency services…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on listening when the window is closed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handles that residents write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handles, one on each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hashtags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heard {ago}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold all publicity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold on for seven more days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold or end the hold…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold publicity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours (empty: always)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours (empty: office hours)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours and holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>House rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How does it sound?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the set-up is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many comments it stands for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How residents write to you, and what you say yourselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the services are told. Drafts need nothing from IT; a server sends by itself, and reminds a service that does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this is worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How watchful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I &amp;rang an area…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am looking at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am looking at it: quiets the alarm (urgent mentions)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am signed in as the council, not as myself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read it &amp;besides (second reader)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I rang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I rang…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In an emergency ring 999 first. The mention leaves Urgent once you say whom you told; what you write is kept with the decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In full, such as Brackenford Borough Council.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In hand until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the last month it would have hidden no other spike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the last month it would have hidden {counted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the text of a mention, in shape as well as in colour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is there danger?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers nothing. It stays in the mailbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be answered by one of these: {answers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be read. Nothing new is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be read: {mails}, of which {answers} and {waits} for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It closes before it opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be saved ({strerror}). It is still on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It decides: {outcome}{service}, by {officer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends what was handed over; then residents can be told what was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes to whom they name. Where nobody is named, it waits for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no key now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It hears what residents say about the council, says with reasons what each mention may need, and leaves every decision to you. It looks for words that may mean danger; it does not know danger when it sees it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is &amp;over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is empty now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept as it was read, even if its author deletes it, until the hold ends. After seven days the app asks whether it is still needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not offered here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is on the clipboard: paste it where the emergency service asked for it, and nowhere else. Delete what you save once they have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is over. It opens again if it returns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is read every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is shown in the mention's history. Others can ask to read it: write it as for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is told of a line for residents when that is first used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is written to {where}, and taken away again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {over:,} too long for {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It leaves all lists and counts. It is kept with its history, and can be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It looks for: {search}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It looks for: {typed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be a hazard, and {desk} has no number to ring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be a hazard: ring {desk}, {number}. Then “I rang an area” (More) keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may go while publicity is held or in a pre-election period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It should be open in your mail program now, ready to send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands alone from now on, and what is heard later joins it no more by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands in its list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands in the history, with the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays open until they say that it is finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays open, and no reminder goes out before that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It then stays at the clock, where its icon opens it again. Ctrl+Q always quits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It went. Look whether it arrives at {to}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would be over before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its author changed it {times}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name and its words are looked for in mentions. Views on it are passed on after it closed too, and the reply says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its old text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its posts are heard and stand in their lists as before; only no spike is raised for it. It ends by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its posts are kept, and go to Watching quietly, those that come later too. What may be a danger is never muted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its thread is open again: a later post waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its words were erased.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined to a stack of {many}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep for a second reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it as approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep my answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping it …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as not sent. What was decided stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the keyring of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept when a field is left. What is undecided is read again for it, behind you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept whom you rang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept with your name and the time. The mention stays in Urgent until it is passed on or read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. It counts from the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. Look again: {warnings}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. What waits has its new times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept: rang {area}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept: silence was chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept: who is told of {area}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known false claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known works and events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known works and events…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known works here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known works near it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: {value} ({because})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last pre-election day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this for later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left for later: {listed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like it at the same place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like it at {listed}, within 14 days{many}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line copied, not known posted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line for residents: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line for residents…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {n}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {version} is kept, approved by {approver}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {version}, {at}, by {by}, approved by {approver}, told {times}: “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link of our reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link, if there is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening stops when this window closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists of feeds (*.opml *.xml);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the sample council</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at {address} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking everything over …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks for {typed}. F2 renames, Alt and arrows move, Delete takes away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made urgent{many}: it stands in Urgent until it is passed on or read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail goes out as drafts that you send from your own mail program: no reminder goes out by itself (Settings, Mail).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail server (IMAP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the words that weighed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mastodon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May it go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentions (*.csv *.tsv *.jsonl *.eml);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to {category}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute the threads of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute this thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muted threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muted {last}{many}: its posts stand in Watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and interval…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in the rail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed for safety or a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbouring towns and councils</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours and words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neutral line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>News</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nextdoor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nicknames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nicknames are found in mentions as the name is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nicknames, one on each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No action, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No council yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fading of menus and tips, and the cursor does not blink.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No feed was added: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hours to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line holds now: set one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No news or notices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No number is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No one key sends this: {why}. Left empty, it waits for a second reader.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No one key sends this: {why}. Somebody else reads it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No possible danger is waiting. We look for words; you judge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program of this computer opened it. The draft lies in {path}: open it from your mail program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program opened it: the draft lies in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reply is approved yet: leave it to the safeguarding lead. Silence is a choice too, and is kept by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reply needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reply waits for its link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reply: we choose silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No service has said yet that it is finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No service is called that. Try what people call it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No service was recognised. G chooses one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting is called that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source is heard yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No template: your own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No topic is silenced: every spike is told of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No {many} yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No {one} is called that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, not like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, only members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No: {text} Leads to {no}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can be told of what waits for {areas}: no address there works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has said whose it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody listens while this computer is off or this window is closed: each start says what was missed. Groups that only members may read are never heard; what is said there can be added by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody listens while this program is closed. Started at log-in, it waits in the tray.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody who was told the line before need be told again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a spike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not filled in: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for this area, this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not listening {since} to {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent after all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note for officers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted about this mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted{at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else of this thread waits now: it quietens what comes later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else stands in this list. Search finds mentions in all lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for {title} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “{search}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been decided yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing heard yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here needs a decision of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is asleep: no thread is muted and nothing is snoozed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is being watched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is heard yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is new since the service was told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is on the calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent to that address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is snoozed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is starred.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is to be told to any service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing moves by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this may be quoted: open the posts to read them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to glance at: what needs no reply would stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits that we could hear ({sources}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits to be forwarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was added here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was added: {because}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet: keep the note alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now {title}: {counts:,} {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number in office hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number out of hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number, for hazards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off unless a supervisor signs. Then what is due goes without an officer, where mail is sent by the server (Settings, Mail); the name stands in the log of each. Never for a sensitive area or matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Officer decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Officers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Officers agreed in {percent}% of the last {of} that passed this step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Officers read the answer beside each mention that holds its words. Nothing is answered by itself, and a claim that nobody has seen is best left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a printer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold since {at}, by {by}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On their way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On what basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One text answers the many posts. A second person approves it. When it changes, whoever was told the old one is listed, to be told again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One that says it best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a possible danger has an alarm to stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only its name is needed to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what your council knows to be false belongs here, with what is true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Council Listener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open all its posts ({many:,})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open as a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open issues near it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the original at {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {many:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens on (may be left open)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others that tell the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of hours: number or address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;lace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of a place's name, or any place in your own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of a service's name, or what people call it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Party or group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass on…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed on: say whom you told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed on; kept on hold for review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed on…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a list of {many}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste an address above, or bring in a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste its link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the address of a feed or a site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People are told of it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrases that do not mean it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrases, one on each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places: {places}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please give a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please give at least one address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please give it a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please give its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please give the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please give the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please give the service and its area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please give the street or place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please give the words by which it is known: without any it is never found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please give your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please paste an address first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please paste or type what was said, or its link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please paste the list first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please press a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please say in your own words what was said: a closed group’s link is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please say on what basis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please say to whom it is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please say what is claimed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please say what should be different.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please say what was said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please say whether anyone could read it without joining (arrow keys choose).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please say which other body does it, so that people can be sent there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please say who approved the reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please say whom you rang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please say whom you told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please say why it is withdrawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please say why nobody is at risk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please say why: others will ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please tick at least one feed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write something, or choose a decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Police (101)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Police (999)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posted, with its link at {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posted; its link is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts hour by hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts hour by hour; usual is up to {usual:.0f} an hour. {told}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts to &amp;answer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts to answer: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-election period{until}: publish nothing that could favour a party or candidate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this digest?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this mention?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed {when} by Council Listener. The author’s name is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy, where IT says there is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publicity is held no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publicity is not held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put away. Its posts stand where they stood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put away: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on hold…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put one on each line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read by a second person: it may go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read by {name} besides: it may go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the mailbox now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read, nobody at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read, nobody at risk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read: what they changed may now stand in what residents are told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading again: {done:,} of {of:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the digests …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the sources …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the spikes …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reddit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remind them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminder after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminder: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the saved search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply copied {at} by {by}, not known posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply in public now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply kept {at}; it waits for a second reader: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply not sent, {by} says ({at})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply posted {at}, {by} says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply read {at} by {by}: it may go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply sent back {at} by {by}: {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply written {at} by {by}, waits for a second reader: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responses go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return goes to the mention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rhythm: {rhythm}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring {number}{other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roads, places, wards and junctions, with their nicknames.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roadworks, closures and events that explain what people say. A file with the columns street, start and end will do; others are matched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S stars a mention, so that it is found here again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STARTTLS (usually port 143)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STARTTLS (usually port 587)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said there before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said there since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save with this reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save, do not post, all numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved search {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved search {name} kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved search {name} moved down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved search {name} moved up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved search {name} taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches are for topics, not people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what it means…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say whose it is…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says the same as before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search ( / )  e.g. bins -recycling area:waste after:7d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for the mention that tells the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for {instead}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in all lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search mentions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searched for “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a test message to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it to another address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send its digests by themselves (standing instruction)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send what waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent back to its writer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent by itself, by a standing instruction of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service area or other body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session and clocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session: mentions looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up your council…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seven short pages: name, accounts, members, neighbours, places, services, sources. Each can be left for later. The sample leaves when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {shown}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {there}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show how many wait, on the icon at the clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the hidden text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the last {shown}{more}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the later post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the newest {shown} of {there:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the old text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the old texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole way: {more} more before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what we answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows why words are marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed by (a supervisor)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signpost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence {topic}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silenced topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silenced topics…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silenced until {until}: no spike is raised for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sites asked at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sites that ask for a longer interval get it, whatever stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed until {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed until {listed}; at the latest {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed until {until}{many}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed until {what}, at the latest {until}{many}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed: {listed}.{first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So that a mention is put on the right street.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So that what belongs together is told as one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So that what is about them is not taken for yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in curly brackets is not filled in yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that people say where we may not listen by program. Paste a text or a link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somewhere else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somewhere else…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources: {sources}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space means and, OR means or, -word leaves out, “…” is a phrase, brackets hold together; area: place: source: kind: tone: is: by: spike: before: after: narrow it. Esc goes back to the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spikes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff who answer from an address of their own. Nothing is sent there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred: take the star away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start hidden when I log in to this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with your own…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still waiting: {waiting}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strangely silent: {topics}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street or place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as #Brackenford</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as @BrackenfordMBC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as INBOX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as Mon-Fri 08:30-17:00, or always.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as enforcement officer, lollipop lady.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as http://proxy.example:8080. Empty: as this computer says. It counts from the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as https://www.brackenford.example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as “Brackenford communications”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested: {outcome}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestion, not settled: one question open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS (usually port 465)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS (usually port 993)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab moves between the parts of the window for everyone; it cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over from somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: {said}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out of its stack by hand; it stays out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out of the stack; it stays out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell of it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell of possible dangers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell of spikes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text hidden: it may distress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text hidden: it may distress. Show (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That day is past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not a link to a page. It begins with http or https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That mailbox takes box+word@ too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That time is past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That time is still to come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address that mails come from, such as a team’s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app itself failed at this ({fault}). What was kept stays kept; please try again, and tell IT if it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app looks for words; it cannot see danger. You judge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area gets it with its next digest; the lead stays where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The author’s name is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chart is not sure: {because}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The days off could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The digest as plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The digest as the service sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The digests could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flowchart asks nothing about this mention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flowchart could not be followed: {fault}. The mention is kept and waits for you; whoever keeps the chart should mend it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flowchart has no open question for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flowchart is now {currenttext}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is {keys} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day lies before the first: the period does not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last time at this place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link begins with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link should begin with http:// or https://; or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list changed: show it as it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mailbox that services answer to. A copy of each mail goes there too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mailbox was read {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mention comes back by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most alike in this list come first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is kept with each decision, note and correction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other body, where it is another's</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period counts only once it has a first and a last day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phrases are what residents write when they mean it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture, to be put into words; it is not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The press</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile lies in {profile}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public page begins with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same mail goes there. Correct the address of the area too, under Areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service reads it as you write it. Handles are taken out, and names that may be a person’s are pointed out. An empty line begins a new paragraph.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sources could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spikes could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The suggestion was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text before is kept as a version, and what was decided stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The urgent clock runs in real time, at any hour. The others run in working time (Hours and holidays). What waits is given its new time at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their posts are heard and stand in their lists; no spike is raised for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their reference (if any)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then each digest’s answers name it. Ask IT before: some servers refuse such mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {counted} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {many}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in the line yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in the reply yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to forward: see what stands beside the spike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was nothing in it that can be added. {not_taken}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These came with the app; what another tier does is marked as theirs. Change what is called otherwise with you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They ask for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They gave a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They hold no words, names or places of residents: only how many, and that a person should look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer seems to be offline: no source can be reached, and it is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer seems to be offline: nothing new is heard until it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This digest is too long to be shown. Its plain text is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is Brackenford, a council that does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is decided already. Ctrl+Z takes the last decision back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is its first version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not snoozed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the sample council. “Start with your own…”, above, sets up yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what was written before; what you keep now takes its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what you had begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is {name} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is {name} now; the sample has left.{sources}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This mention could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This mention has no link to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one may be for a person: {person}. Watching what one person says may need authority under RIPA. Leave it, or say why it is needed and who agreed: the reason is kept with the search and in the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile is in use by {why}. Close that first, or open another profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This spike has no posts that a line may answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This stands alone: there is no stack to take it out of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system is not known for it: ask IT to start it at log-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This thread is muted {until}, by {by}. Unmute it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This thread is muted {until}, by {by}{why}. Possible dangers still come through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was stopped before it was done. What was kept before stays kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threats get no reply. Send it to the police.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three that say it best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick first that you are signed in as the council.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To another address…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be looked at again on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To nobody yet: {because}.{ring}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To whom (name or desk)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {area} · {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {area}: {to}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {area}{informed} {at} by {by} ({because}{second}): {stands}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {category}. F forwards it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {listed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {listed}: {because}.{ring}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told again at the earliest after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told now, where it cannot wait: {whom} ({because}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told the old line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told where the desk's mail comes back, or no answer comes in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tone: {because}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic management</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people read what goes to a sensitive area: nothing goes by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two that say it best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a part of a name, or any place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a part of a name, such as lamp or bins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a search first; then it can be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmute this thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmuted: what waits in it stands where it belongs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until an &amp;answer in its thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until it &amp;grows: {people} more people, or twice as many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until publicity is &amp;held no longer ({until})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until somebody unmutes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until {at}: “{whole}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent is for single mentions: choose at most {at_once}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use what you copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use what you copied (Ctrl+Shift+V): {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views that name one of these are suggested to be passed on to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait before the first word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wake it &amp;now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wake it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We work that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of the hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be done at once: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What councillors say is marked as theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each is called, whose it is, and what means it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What else they said (for the team alone)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is asleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known is told with a spike, and with posts at that place and time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is listened to. More can be added at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is over is not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is said about them is not about you, and is signposted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is told and is not so, with what is true, who keeps it, and until when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What kind is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What members say is marked as theirs; it is never left out and never answered alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people call it, one on each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should be different, if anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What sort of place that is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the service said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the service says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the service will get</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they said (may be left empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they said…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they say is marked as theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do: {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to weigh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What waits in it comes back to where it belongs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was added by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was added could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was added…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was changed: signs, hours, words?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was decided stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said, in your own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said, in your own words and without names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we tell residents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went and what came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you ask residents about, with the words by which they name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you told them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a source has no interval of its own. Sites that ask for longer get longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it should go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it was seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where residents report it, beginning with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where that stands (a link)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the data and the log lie, and what the doctor says of this computer. It holds no word that a resident said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the mailbox that services answer to is read, by IMAP. Nothing in it is marked, moved or deleted. Without it, answers are typed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where was it posted?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which column is which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which one is another story?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which one tells the same story?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which place is it about?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which service is this for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While it holds, thanking, joining in and lines of ours are stopped, and every other public reply is asked about first. What may be a danger and what goes to services is not touched. It ends by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who decides here now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who has read it besides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is told of it, where and when. Give desks, not persons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who keeps it up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who said it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who signs for it that digests go without an officer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever handed it over cannot be the second reader.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom to ring about a possible danger, by day and by night. Out of hours the out-of-hours number comes first. Hours are such as 09:00-17:00, Mon-Sat 08:00-20:00 or always.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom you rang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why (it helps to set the sensitivity)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why (may be left empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is needed, and who agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why nobody is at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a service {many:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without members, what they say is taken for what residents say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without places no mention can be put on a street.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without services nothing can be forwarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Woken{many}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words for your staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that repeat it, one phrase on each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that stand out: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works or an event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works or event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would quieten {counted} here now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a list (OPML)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write this note at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written for {area}: read it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written, not due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes leads to “{yes}”, No to “{no}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, anyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, it may go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes: {text} Leads to {yes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are looking at it: the alarm is quiet, the mention stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have read all {looked_at:,} that we could hear ({sources}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have read it and judge it. Your name and reason are kept with the decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You look after it: nobody is told again until it grows or comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your council</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your draft is kept while this window is open. R takes it up again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name, not the writer's</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own council</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your text is kept and waits for a second reader; then it can be copied. {decides}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your text is kept, copied, and counts as not known posted until you give its link. {decides}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a second reader, no quotes, ward at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a spike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abusive posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all can be told of anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {of:,} looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already with the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also fits, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {more:,} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {more} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annoyed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another body's: we only signpost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another's</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer no, and do what the flowchart then says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer the flowchart's question: no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer the flowchart's question: yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer yes, and do what the flowchart then says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>area category phrases forward import ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as a draft that I send from my own mail program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask me once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked every {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {people}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best guess, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by an elected member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the council’s mail server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calm: only what is very unusual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chatter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check all sources now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose another service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complaints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>consultation proposal views engagement opens closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copied, not known posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct the {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct what was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>councillor cllr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>danger words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do as suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due in {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due {due}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duty contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duty contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e-mail alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>false claim rumour misinformation wrong fact answer owner review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished: {how}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for you to decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward to the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forwarded to {area}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on listening at the clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes in when you press Return or move on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heard {heard} ({why})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heard {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold all publicity, or end the hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>https://…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a thread at {thread}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>information requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is on the calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is there now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lists none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>junction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept in the keyring of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late since {due}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mail to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mails to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make urgent; where it is urgent, say whom you told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may also fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mentions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than {total:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more: stacks, what is asleep, publicity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved to {area}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mute the thread, or unmute it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new mails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>news</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next mention (or the down arrow)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next {following}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reply needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody yet: give the area an address under Areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: only for a server on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not heard yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not public: a paraphrase, without its author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not settled: the flowchart asks you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not settled; most likely {outcome}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note, or decide with a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number to be confirmed by your council</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of news and notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the original in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open, to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens {first}, to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opinions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other mentions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ours as a county or unitary council</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ours as a district or unitary council</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ours, whatever the tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>party political posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paste the link of a reply that you posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perhaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perhaps {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pleased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>possible danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>possible danger to a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>possible dangers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>possible hazard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>possibly urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>postcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>praise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>previous mention (or the up arrow)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print the mention, or keep it as a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put on hold, or end the hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read by a second person: it may go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read it (right arrow: the buttons of its row)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read, nobody at risk (urgent mentions)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reply: what to weigh, a draft, then the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>road</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rumours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save the search (F2, Alt+arrows, Del: in the rail)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secure e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen at {seen_at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select or leave out (Shift and arrows a range, Ctrl+A all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent back by the second reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show the list as it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody answers in its thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somewhere else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sounds annoyed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sounds pleased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spike, hazard, or the name of a service: one on each line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spikes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands for about {tally:,} comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop listening and quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>street road gazetteer ward nickname import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 2027-03-22</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as: Tipley Mums group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as: a death, an emergency, a court case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as: going round in circles, all was answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as: the diversion sign at the bridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as: the works are known, and residents were told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as: two-way lights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that need no reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the lists, from Urgent to Snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the police asked for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the registry of this user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the source gives no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the usual one (Settings)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to prevent or detect a crime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to protect a child or an adult at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to protect somebody's life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tone not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until somebody unmutes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until they grow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usual range for a {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for a second reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for the next digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watchful: sooner, and sometimes for nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where data and log lie, and what the doctor says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with an open question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withdrawn: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without an end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worked on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>working min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you chose it{whose}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{about}
Muted {until}, by {by}{why}{quiet}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{about} Whatever is left out is found again in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{accessiblename} waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{added} added, {known} there already, {faults} not added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{added} of {feeds} feeds were added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answered}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answered}. {decided}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{areas}, {well}; {posts} to tell them of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area} said: not for us. “{said}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area} was told of “{title}”. What they write is for the team; residents read only what you approve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area}, {at}: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{by} sent it back: {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{by} wrote: “{said}” It waits because {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cards:,} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{chart}A suggestion with its reasons: you decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted} first: these are never left for later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted} found at {asked}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted} found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted} like it not decided yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted} muted. Dangers pass a mute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted} of this spike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted} to look at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted} went.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted} would be passed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted} written to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted}; we know of no limit for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day:%a} {day2} {day:%b %Y} is {value} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{does}. Press the new key while the field is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done_today:,} decided today · {before:,} before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done}Reply copied {at}, not known posted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fault}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gone} was taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{grows} more people tell it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{grows} more people tell it, or twice as many ({people} then)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{heard} of {counted}; groups are not heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{heard}{wrong}. Groups that only members may read are not heard: add what is said there by hand (A). Nobody listens while this computer is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{held} held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ill} need a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{int} h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{int} min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{int} working days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key_of} would do: {would}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys} answers and does it, if nothing more is asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} also does it: {outcome}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is taken: {does}. Change or switch that one off first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} opens a list of the rail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{listed} cannot be taken. {not_taken}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{looked:,} of {of:,} looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{looking} looks at it, {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{many:,} mentions have been on hold for seven days: look whether it is still needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{many:,} mentions selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{many} due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{many} found for “{name}” · last heard first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{many} kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{many} understood{wrong}. Nothing is kept yet.{unused}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{many} × {category}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{max} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min are up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a sample: made up, and nothing in it is real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a working day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is heard again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no longer heard. What it said is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · {many} · last heard first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the office {what} at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {counted} added of {feeds:,}{bad}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {health}.{usual} {heard} heard{value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {new:,} new, {known:,} known already{bad}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{new:,} new: show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} as they were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} marked: {meaning}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{of:,} to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{old} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{other} would have asked: {asks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{other} would have led to “{outcome}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{outcome}{service}, by {by}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written ({strerror}). Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{posts} from {people} from {began} to {until}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{posts} from {people} since {began}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} Late since {due}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} Look by {due}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}: {over:,} too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} and {more} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} like this, from {least}{people}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} mentions that tell the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source}: {new} new, {known} there already, {faults} could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{span}: nothing was found afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{span}: {came_in:,} came in{danger}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stack_size} like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stack_size} like this from {least}{people}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stack_size} like this: show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{street} is off the calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{street}: {what} · {explains}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject}: {says}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, until {until}, by {by}: {why}.{hides}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, usually {many:,} a day, none for {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: as usual again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: back to the usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{told}. Nothing is kept yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{topic} is put away and not opened again. Its posts stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{to} (open in your mail program)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{typed}
F2 renames, Alt and arrows move, Delete takes away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used:,} of {most:,} on {name}{note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is a source now. {key} takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} of {steps}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} {counted} at once?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, for {{{name}}} in the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}{informed}: {many} since {since}{why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} could not be written ({why}). Start-up is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{whole} min left{paused}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word}: decide with a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word}: do as suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{address}” is no mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{at}” is no time of a digest: write 09:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{own}”, as typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{said}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” (line {version}, approved by {approver}, until {ends})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no day: write it as 2027-03-22.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” {by} wrote it. Somebody else reads it, because {why}. Your name and answer are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↺ told line {version}, which changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▣ On hold since {since}, by {by}: {why}. {review_words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◇</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>●</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◔ {area}: {subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◷</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚑ 1 possible danger: nobody is looking at it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚑ a possible danger: it gets no line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚑ {many:,} possible dangers: nobody is looking at them yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✉ {by}, {at}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✎</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ closed {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ in your draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ told line {version}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
