"""Small Word files, one for each construct that text can hide in, built from their XML.

`READS` maps a name to a file and the lines that a person sees in it. The people are made up.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{_R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable=""'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>
  <w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Liste2"><w:name w:val="Tight"/><w:basedOn w:val="Liste"/>
  </w:style>
<w:style w:type="paragraph" w:styleId="Shout"><w:name w:val="Shout"/>
  <w:rPr><w:b/><w:caps/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>
  <w:rPr><w:b/></w:rPr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
"""


def run(text: str, look: str = "") -> str:
    """A `w:r` with this text; `look` is the inside of its `w:rPr`."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*content: str, style: str = "", properties: str = "") -> str:
    """A `w:p`; content that is not markup becomes a run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(part if part.startswith("<") else run(part) for part in content)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def bullet(*content: str, level: int = 0, spacing: str = "") -> str:
    """A paragraph with bullet numbering of its own."""
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>{spacing}'
    return par(*content, properties=numbered)


def table(*rows: list[str]) -> str:
    """A `w:tbl` of cells, each given as the content of its `w:tc`."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def control(content: str, properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def box(content: str, *, x: int = 0, y: int = 0, wide: int = 900_000, high: int = 900_000) -> str:
    """A run with a floating text box in both copies that Word writes."""
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    place = (
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{wide}" cy="{high}"/>'
    )
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f"{place}<a:graphic><a:graphicData><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def field(instruction: str, result: str) -> str:
    """A complex field."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        mark.format("begin")
        + f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        + mark.format("separate")
        + run(result)
        + mark.format("end")
    )


def link(content: str, anchor: str = "x") -> str:
    """A hyperlink."""
    return f'<w:hyperlink w:anchor="{anchor}">{run(content, "<w:u/>")}</w:hyperlink>'


def docx(
    body: str,
    *,
    section: str = "",
    parts: Mapping[str, str] | None = None,
    settings: str = "",
    main: str = "word/document.xml",
) -> bytes:
    """A whole file.

    Args:
        body: the content of `w:body`.
        section: the content of its `w:sectPr`.
        parts: kind and content of further parts: {'header1': ..., 'footnotes': ...}.
        settings: the content of `w:settings`.
        main: the member that holds the body.
    """
    roots = {"styles": STYLES, "numbering": NUMBERING, "settings": settings, **(parts or {})}
    tags = {"header": "hdr", "footer": "ftr"}
    members: dict[str, str] = {}
    kinds = []
    for name, content in roots.items():
        kind = name.rstrip("0123456789")
        tag = tags.get(kind, kind)
        members[f"word/{name}.xml"] = f"<w:{tag} {_NAMESPACES}>{content}</w:{tag}>"
        kinds.append((f"id_{name}", kind, f"{name}.xml"))
    members[main] = (
        f"<w:document {_NAMESPACES}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body>"
        "</w:document>"
    )
    folder, _, base = main.rpartition("/")
    members[f"{folder}/_rels/{base}.rels"] = _relationships(kinds)
    members["_rels/.rels"] = _relationships([("rId1", "officeDocument", main)])
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_WORD}.{_content_kind(name, main)}+xml"/>'
        for name in members
        if not name.endswith(".rels")
    )
    members["[Content_Types].xml"] = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ["[Content_Types].xml", *(n for n in members if n != "[Content_Types].xml")]:
            dated = zipfile.ZipInfo(name, (2024, 5, 6, 7, 8, 10))
            dated.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(dated, f'<?xml version="1.0" encoding="UTF-8"?>{members[name]}')
        archive.writestr("word/media/portrait.bin", bytes(range(256)))
    return target.getvalue()


def _relationships(targets: list[tuple[str, str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{rel}" Type="{_R}/{kind}" Target="{target}"/>'
        for rel, kind, target in targets
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _content_kind(name: str, main: str) -> str:
    return "document.main" if name == main else name.split("/")[-1].rstrip(".xml0123456789")


def members(content: bytes) -> dict[str, bytes]:
    """Member name -> bytes, in the order of the file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def canonical(xml: bytes) -> bytes:
    """A part with equal neighbouring runs merged and what says nothing of the text left out:
    revision save ids, paragraph ids, spelling marks, bookmarks, empty runs and properties."""
    root = etree.fromstring(xml)
    for name in ("proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak"):
        for node in list(root.iter(f"{{{W}}}{name}")):
            node.getparent().remove(node)
    for node in root.iter(f"{{{W}}}p", f"{{{W}}}r", f"{{{W}}}tr"):
        for name in [n for n in node.attrib if "rsid" in n or n.endswith(("paraId", "textId"))]:
            del node.attrib[name]
    for text in root.iter(f"{{{W}}}t"):
        text.attrib.clear()
    for node in [n for n in root.iter(f"{{{W}}}r") if n.find(f"{{{W}}}rPr") is not None]:
        if len(node.find(f"{{{W}}}rPr")) == 0:
            node.remove(node.find(f"{{{W}}}rPr"))
    for node in list(root.iter(f"{{{W}}}r")):
        _merge_left(node)
    for name in ("r", "hyperlink", "rPr", "pPr"):
        for node in list(root.iter(f"{{{W}}}{name}")):
            looks_only = name in ("r", "hyperlink") and all(c.tag == f"{{{W}}}rPr" for c in node)
            if looks_only or len(node) == 0:
                node.getparent().remove(node)
    return etree.tostring(root, method="c14n", exclusive=True)


def _merge_left(node: etree._Element) -> None:
    left = node.getprevious()
    if left is None or left.tag != node.tag or _look(left) != _look(node):
        return
    for child in [child for child in node if child.tag != f"{{{W}}}rPr"]:
        last = left[-1] if len(left) else None
        if last is not None and last.tag == child.tag == f"{{{W}}}t":
            last.text = (last.text or "") + (child.text or "")
        else:
            left.append(child)
    node.getparent().remove(node)


def _look(node: etree._Element) -> bytes:
    look = node.find(f"{{{W}}}rPr")
    return b"" if look is None else etree.tostring(look, method="c14n", exclusive=True)


_TAB, _BREAK = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"
_VML_BOX = (
    f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{par('Old box')}</w:txbxContent>"
    "</v:textbox></v:shape></w:pict></w:r>"
)
_NOTE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
_MERGED_ROWS = table(
    [
        '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + par("2019"),
        '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + par("Welder"),
    ],
    ["<w:tcPr><w:vMerge/></w:tcPr>" + par("swallowed"), par("Yard A"), par("Yard B")],
)
_THREE_DEEP = table([par("Outer") + table([par("Middle") + table([par("Inner")]) + par()]) + par()])
_REVISED = par(
    "Kept ",
    f'<w:ins w:id="1" w:author="A">{run("added ")}</w:ins>',
    '<w:del w:id="2" w:author="A"><w:r><w:delText>gone </w:delText></w:r></w:del>',
    f'<w:moveFrom w:id="3" w:author="A">{run("left ")}</w:moveFrom>',
    f'<w:moveTo w:id="4" w:author="A">{run("came")}</w:moveTo>',
)

READS: dict[str, tuple[bytes, list[str]]] = {
    "plain paragraphs": (docx(par("Ada Field") + par() + par("Nurse")), ["Ada Field", "Nurse"]),
    "split runs": (docx(par("Led ", run("five", "<w:b/>"), run(" welders"))), ["Led five welders"]),
    "table": (docx(table([par("2019"), par("Welder")])), ["2019", "Welder"]),
    "tables three deep": (docx(_THREE_DEEP), ["Outer", "Middle", "Inner"]),
    "merged cells once": (docx(_MERGED_ROWS), ["2019", "Welder", "Yard A", "Yard B"]),
    "hidden row": (
        docx(
            f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{par('gone')}</w:tc></w:tr>"
            f"<w:tr><w:tc>{par('here')}</w:tc></w:tr></w:tbl>"
        ),
        ["here"],
    ),
    "control around paragraphs": (docx(control(par("One") + par("Two"))), ["One", "Two"]),
    "control around words": (docx(par("Sails ", control(run("boats")))), ["Sails boats"]),
    "control around a row": (
        docx("<w:tbl>" + control(f"<w:tr><w:tc>{par('Cell')}</w:tc></w:tr>") + "</w:tbl>"),
        ["Cell"],
    ),
    "control around a cell": (
        docx("<w:tbl><w:tr>" + control(f"<w:tc>{par('Cell')}</w:tc>") + "</w:tr></w:tbl>"),
        ["Cell"],
    ),
    "control in a control": (docx(control(control(par("Deep")))), ["Deep"]),
    "custom XML": (
        docx(
            "<w:customXml>"
            + par("A ", "<w:customXml>" + run("tag") + "</w:customXml>")
            + "</w:customXml>"
        ),
        ["A tag"],
    ),
    "text box once, after its anchor": (
        docx(par("Before ", box(par("Boxed")), "it") + par("After")),
        ["Before it", "Boxed", "After"],
    ),
    "text box of old Word": (docx(par("Anchor", _VML_BOX)), ["Anchor", "Old box"]),
    "sidebar boxes before main ones": (
        docx(
            par(
                box(par("Main 1"), x=2_000_000, y=1_000_000, wide=4_000_000, high=2_000_000),
                box(par("Side 2"), x=0, y=2_500_000, high=3_000_000),
                box(par("Main 2"), x=2_000_000, y=3_000_000, wide=4_000_000, high=2_000_000),
                box(par("Side 1"), x=0, y=1_000_000, high=1_500_000),
                box(par("Ada Field"), x=0, y=0, wide=6_000_000, high=800_000),
            )
        ),
        ["Ada Field", "Side 1", "Side 2", "Main 1", "Main 2"],
    ),
    "hyperlink": (docx(par("See ", link("my site"), " now")), ["See my site now"]),
    "tracked changes as accepted": (docx(_REVISED), ["Kept added came"]),
    "smart tag": (docx(par("In ", f"<w:smartTag>{run('Oslo')}</w:smartTag>")), ["In Oslo"]),
    "simple field": (
        docx(par("On ", f'<w:fldSimple w:instr="DATE">{run("1 May")}</w:fldSimple>')),
        ["On 1 May"],
    ),
    "complex field": (docx(par("On ", field("DATE", "2 May"), " so")), ["On 2 May so"]),
    "field over paragraphs": (
        docx(
            par('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText></w:r>')
            + par("<w:r><w:instrText>more</w:instrText></w:r>")
            + par('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "Text")
        ),
        ["Text"],
    ),
    "tab": (docx(par("Nurse", _TAB, "2019")), ["Nurse\t2019"]),
    "fixed hyphen": (
        docx(par("<w:r><w:t>re</w:t><w:noBreakHyphen/><w:t>do</w:t></w:r>")),
        ["re-do"],
    ),
    "soft hyphen": (docx(par("<w:r><w:t>re</w:t><w:softHyphen/><w:t>do</w:t></w:r>")), ["redo"]),
    "header and footer in use": (
        docx(
            par("Body"),
            section='<w:headerReference w:type="default" r:id="id_header1"/>'
            '<w:headerReference w:type="first" r:id="id_header2"/>'
            '<w:footerReference w:type="default" r:id="id_footer1"/>',
            parts={
                "header1": par("Top"),
                "header2": par("Only with a title page"),
                "header3": par("Used by nobody"),
                "footer1": par("Bottom") + par(field("PAGE", "1"), " / ", field("NUMPAGES", "2")),
            },
        ),
        ["Top", "Body", "Bottom"],
    ),
    "title page header": (
        docx(
            par("Body"),
            section='<w:headerReference w:type="first" r:id="id_header1"/><w:titlePg/>',
            parts={"header1": par("First")},
        ),
        ["First", "Body"],
    ),
    "footnote": (
        docx(
            par("Award", _NOTE.format(2)),
            parts={
                "footnotes": f'<w:footnote w:id="1">{par("unused")}</w:footnote>'
                f'<w:footnote w:id="2">{par("Of the city")}</w:footnote>'
            },
        ),
        ["Award", "Of the city"],
    ),
    "hidden text": (
        docx(par("Seen", run(" not", "<w:vanish/>"), run(" nor", '<w:rStyle w:val="Secret"/>'))),
        ["Seen"],
    ),
    "renamed main part": (docx(par("Found"), main="word/cv.xml"), ["Found"]),
    "icon font": (
        docx(par(run("\uf095", '<w:rFonts w:ascii="Icons"/>'), " 555 0100")),
        ["555 0100"],
    ),
    "wrapped by soft breaks": (
        docx(par("Ran the whole night shift of a ward with thirty beds", _BREAK, "and two nurses")),
        ["Ran the whole night shift of a ward with thirty beds and two nurses"],
    ),
    "lines by soft breaks": (docx(par("Welder", _BREAK, "Yard A")), ["Welder", "Yard A"]),
}

_SYM = '<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>'
_OFF = '<w:numPr><w:numId w:val="0"/></w:numPr>'

LISTED: dict[str, tuple[str, bool]] = {
    "own numbering": (bullet("Did it"), True),
    "numbering by style": (par("Did it", style="Liste"), True),
    "numbering by a style's style": (par("Did it", style="Liste2"), True),
    "style's numbering switched off": (par("Did it", style="Liste", properties=_OFF), False),
    "numbering that shows nothing": (
        par("Did it", properties='<w:numPr><w:numId w:val="2"/></w:numPr>'),
        False,
    ),
    "heading with numbering": (par("Did it", style="Kop1"), False),
    "unknown list": (par("Did it", properties='<w:numPr><w:numId w:val="77"/></w:numPr>'), False),
    "typed bullet": (par("• Did it"), True),
    "typed square without room": (par("■Did it"), True),
    "typed dash": (par("– Did it"), True),
    "typed hyphen and tab": (par("-", _TAB, "Did it"), True),
    "letter o and tab": (par("o", _TAB, "Did it"), True),
    "Wingdings symbol": (par(_SYM, _TAB, "Did it"), True),
    "letter in a symbol font": (par(run("§", '<w:rFonts w:ascii="Wingdings"/>'), " Did it"), True),
    "private character in Symbol": (
        par(run("\uf0b7", '<w:rFonts w:ascii="Symbol"/>'), _TAB, "Did it"),
        True,
    ),
    "bullet in a cell of its own": (table([par("•"), par("Did it")]), True),
    "plain": (par("Did it"), False),
}

RESUME = docx(
    par("Ada Field", style="Shout")
    + par("Registered nurse", _TAB, link("ada@example.org"))
    + par("Experience", style="Kop1")
    + par(run("Ward Nurse", "<w:b/>"), _TAB, "2019 – 2024")
    + bullet("Responsible for ", run("thirty beds", "<w:b/>"), " on the night shift")
    + bullet("Trained ", run("new", "<w:i/>"), " nurses in wound care")
    + bullet(run("Tools:", "<w:b/>"), " ventilators, infusion pumps")
    + bullet("Wrote the ", link("ward handbook"), " with two colleagues")
    + bullet("Cut waiting time from 40 to 25 minutes")
    + par("Ward Aide", _TAB, "2015 – 2019")
    + par("•", _TAB, "Kept stock of dressings and linen")
    + par("•", _TAB, "Logged", _TAB, "temperatures every four hours")
    + table(
        [
            par("2014"),
            bullet("Helped at the ", run("blood", "<w:b/>"), " bank")
            + bullet("Drove the van twice a week"),
        ]
    )
    + par("Skills", style="Kop1")
    + par("Wound care, triage, ", run("first aid", "<w:i/>"), ", Excel")
    + par("Spoke with families", _BREAK, "Filed reports for the clinic")
)
