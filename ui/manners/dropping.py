"""What may be dropped on the window: a link, a text or a picture to add, files to bring in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QImageReader
from PySide6.QtWidgets import QWidget

from ui import words

MENTIONS = frozenset({".eml", ".csv", ".tsv", ".jsonl"})
SOURCES = frozenset({".opml", ".xml"})
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".webp"})

LARGEST = 1200  # px a side: a picture is looked at beside the field for its words, and not kept


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was dropped: files to bring in, lists of sources, or the beginning of a mention."""

    text: str = ""
    link: str = ""
    picture: QImage | None = None
    mentions: tuple[Path, ...] = ()
    sources: tuple[Path, ...] = ()
    unknown: tuple[str, ...] = ()  # names of files that we cannot take

    @property
    def to_add(self) -> bool:
        """Whether it is the beginning of a mention."""
        return bool(self.text or self.link or self.picture is not None)


def read(data: QMimeData | None) -> Dropped:
    """Reads what a drag or the clipboard carries; an empty Dropped where it is nothing for us."""
    if data is None:  # an empty clipboard
        return Dropped()
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if files:
        return _files(files)
    links = [url.toString() for url in data.urls() if words.true_host(url.toString())]
    text, link = apart(data.text())
    if links and not link:
        link = links[0]
    picture = data.imageData() if data.hasImage() and not (text or link) else None
    return Dropped(text, link, picture if isinstance(picture, QImage) else None)


def _files(files: list[Path]) -> Dropped:
    kinds = {path: path.suffix.lower() for path in files}
    pictures = (_picture(path) for path, kind in kinds.items() if kind in PICTURES)
    known = MENTIONS | SOURCES | PICTURES
    return Dropped(
        picture=next((p for p in pictures if not p.isNull()), None),
        mentions=tuple(p for p, kind in kinds.items() if kind in MENTIONS),
        sources=tuple(p for p, kind in kinds.items() if kind in SOURCES),
        unknown=tuple(p.name for p, kind in kinds.items() if kind not in known),
    )


def _picture(path: Path) -> QImage:
    """The picture, no larger than is wanted: a photo of 4000 by 3000 takes 26 ms and not 65."""
    reader = QImageReader(str(path))
    size = reader.size()
    if max(size.width(), size.height()) > LARGEST:
        reader.setScaledSize(size.scaled(LARGEST, LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def apart(text: str) -> tuple[str, str]:
    """The words and the first link of what was copied, as browsers and phones share them."""
    link = ""
    kept = []
    for part in text.replace("\r", "").split("\n"):
        bare = part.strip()
        if not link and words.true_host(bare):
            link = bare
            continue
        kept.append(part)
    joined = "\n".join(kept).strip()
    first, _, last = joined.rpartition(" ")
    if not link and first and words.true_host(last):
        joined, link = first.rstrip(), last
    return joined, link


class Dropping(QObject):
    """Lets a widget take what is dropped on it, or on anything in it."""

    dropped = Signal(object)
    """A Dropped."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            data = event.mimeData()
            if data.hasUrls() or data.hasText() or data.hasImage():
                event.acceptProposedAction()
                return True
        elif isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            event.acceptProposedAction()
            self.dropped.emit(read(event.mimeData()))
            return True
        return super().eventFilter(watched, event)
