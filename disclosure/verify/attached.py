"""A PDF comes in; the files that go with it go out."""

import ctypes
from typing import Any


def attached(data: bytes) -> tuple[bytes, ...]:
    """The content of each file attached to a PDF; none where the PDF cannot be read."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return ()
    try:
        return tuple(_content(document, number) for number in range(_count(document)))
    finally:
        document.close()


def _count(document: Any) -> int:
    from pypdfium2 import raw

    return int(raw.FPDFDoc_GetAttachmentCount(document.raw))


def _content(document: Any, number: int) -> bytes:
    from pypdfium2 import raw

    item = raw.FPDFDoc_GetAttachment(document.raw, number)
    size = ctypes.c_ulong()
    raw.FPDFAttachment_GetFile(item, None, 0, size)
    buffer = ctypes.create_string_buffer(size.value)
    raw.FPDFAttachment_GetFile(item, buffer, size.value, size)
    return buffer.raw[: size.value]
