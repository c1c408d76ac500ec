"""A draft as plain text, for online forms that take no file. UTF-8 with a byte-order mark, and line ends that every editor knows."""

from .paper import Paper, Style

LINE_END = "\r\n"
NOTE = "> "


def write(paper: Paper) -> bytes:
    """The file."""
    rows = [paper.title]
    for block in paper.blocks:
        if block.style is Style.HEADING:
            rows += ["", "", block.text, ""]
        else:
            rows.append(NOTE + block.text if block.style is Style.NOTE else block.text)
    return (LINE_END.join(rows) + LINE_END).encode("utf-8-sig")
