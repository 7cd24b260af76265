"""Renders the fictional demo audits from the plain texts in sources/ to PDF, DOCX, XLSX and HTML.

Run it after a change to a text:  pip install -r requirements.txt && python render.py
It needs the Liberation fonts and fontconfig (fc-match); it never reads anything but sources/.

Marks in a source text: @key value (head), "# " and "## " headings, "| a | b |" table rows (a table ends at a blank
or other line), "- " and "1. " list lines, "[x] " and "[ ] " boxes, "!page" a page break, "@sheet NAME" a worksheet,
"@wages" and "@hours" sample rows of a payroll under the header row before them. Everything else is a paragraph.
"""

import datetime
import html
import io
import pathlib
import random
import re
import subprocess

import docx
import openpyxl
import pypdfium2
from docx.shared import Pt, RGBColor
from openpyxl.styles import Alignment, Font, PatternFill
from PIL import Image, ImageFilter
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

HERE = pathlib.Path(__file__).parent
DAY = datetime.datetime(2026, 11, 1)
ENDING = {"letter": ".docx", "workbook": ".xlsx", "web": ".html"}

# What a layout looks like: fonts, colours, and whether tables have a dark head or lines only.
LOOKS = {
    "four-pillar": {"family": "Liberation Sans", "ink": "#1d2b3a", "accent": "#1f5f8b", "size": 9.5, "head": True, "margin": 18},
    "traffic-light": {"family": "Liberation Sans", "ink": "#222222", "accent": "#b3541e", "size": 9.5, "head": True, "margin": 20},
    "compliance": {"family": "Liberation Sans", "ink": "#102a2a", "accent": "#0e6b64", "size": 10, "head": False, "margin": 20},
    "narrative": {"family": "Liberation Serif", "ink": "#1b1b1b", "accent": "#7a2e2e", "size": 11.5, "head": False, "margin": 30},
    "scan": {"family": "Liberation Mono", "ink": "#000000", "accent": "#000000", "size": 10.5, "head": False, "margin": 22},
}
SECTIONS = {
    "en": ["Sewing 1", "Sewing 2", "Sewing 3", "Cutting", "Finishing", "Packing", "Ironing", "Quality"],
    "tr": ["Dikim 1", "Dikim 2", "Kesim", "Yıkama", "Ütü", "Paket"],
    "es": ["Costura 1", "Costura 2", "Corte", "Lavado", "Terminado", "Empaque"],
}


def payroll(kind, arguments, header, language, dice):
    """Sample rows that fit the header row above them; numbers only, no names."""
    first, count = int(arguments[0]), int(arguments[1])
    rows = []
    for number in range(first, first + count):
        if kind == "hours":
            rows.append([f"W-{number:03}"] + [dice.choice(SECTIONS["en"])]
                        + [str(dice.randint(50, 60)), str(dice.choice([54, 57, 60, 60, 62, 64, 66, 68])), str(dice.randint(48, 60)), str(dice.choice([0, 0, 0, 0, 1]))])
            continue
        low, high = int(arguments[3]), int(arguments[4])
        base = dice.randint(low, high) // 50 * 50 if low > 1000 else dice.randint(low, high)
        row = []
        for place, cell in enumerate(header):
            word = cell.lower()
            if place == 0:
                row.append(f"W-{number:03}")
            elif re.search(r"section|department|bölüm|área", word):
                row.append(dice.choice(SECTIONS.get(language, SECTIONS["en"])))
            elif "grade" in word:
                row.append(str(dice.randint(3, 6)))
            elif "contract" in word:
                row.append(dice.choice(["Fixed term", "Fixed term", "Permanent"]))
            elif "days" in word:
                row.append(str(dice.randint(22, 26)))
            elif "diario" in word:
                row.append(f"{base / 7:,.2f}")
            elif re.search(r"overtime|mesai|extra", word):
                row.append(f"{int(base * dice.uniform(0, 0.3)):,}")
            elif re.search(r"bonus|incentive", word):
                row.append(f"{int(base * dice.uniform(0.05, 0.12)):,}")
            elif re.search(r"gross|\bnet\b", word):
                row.append(f"{int(base * (1.18 if 'gross' in word else 0.85)):,}")
            elif "fund" in word:
                row.append("Paid")
            elif "paid" in word:
                row.append(dice.choice(["9 Feb 2026", "9 Mar 2026", "10 May 2026"]))
            else:
                row.append(f"{base:,}")
        rows.append(row)
    return rows


def parse(path):
    """The head of a source text, and its blocks as (kind, content)."""
    head, blocks, table = {"lang": "en"}, [], None
    dice = random.Random(path.stem)
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"@(wages|hours) (.+)", line):
            table += payroll(match[1], match[2].split(), table[0], head["lang"], dice)
        elif match := re.match(r"@sheet (.+)", line):
            blocks.append(("sheet", match[1]))
        elif match := re.match(r"@([a-z-]+)(?: (.+))?", line):
            if match[1] != "ticks":
                head[match[1]] = match[2] or ""
        elif line.startswith("|"):
            if table is None:
                table = []
                blocks.append(("table", table))
            table.append([cell.strip() for cell in line.strip().strip("|").split("|")])
            continue
        elif line == "!page":
            blocks.append(("page", ""))
        elif match := re.match(r"(#+) (.+)", line):
            blocks.append(("h%d" % len(match[1]), match[2]))
        elif match := re.match(r"- (.+)|(\d+\. .+)", line):
            blocks.append(("item", "• " + match[1] if match[1] else match[2]))
        elif match := re.match(r"\[(.)\] (.+)", line):
            blocks.append(("box", (match[1] == "x", match[2])))
        elif line.strip():
            blocks.append(("text", line))
        if not re.match(r"@(wages|hours) ", line):
            table = None
    return head, blocks


def register(family):
    """Registers a font family under its own name and returns its regular and bold names."""
    for style, name in (("Regular", family), ("Bold", family + " Bold")):
        if name not in pdfmetrics.getRegisteredFontNames():
            file = subprocess.run(["fc-match", "-f", "%{file}", f"{family}:style={style}"], check=True, capture_output=True, text=True).stdout
            pdfmetrics.registerFont(TTFont(name, file))
    return family, family + " Bold"


class Numbered(canvas.Canvas):
    """A canvas that knows the number of pages when it writes the foot of each."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.kept = []

    def showPage(self):
        self.kept.append(dict(self.__dict__))
        self._startPage()

    def save(self):
        for number, page in enumerate(self.kept, 1):
            self.__dict__.update(page)
            self.foot(number, len(self.kept))
            super().showPage()
        super().save()


def pdf(head, blocks, target):
    look = LOOKS[head["layout"]]
    regular, bold = register(look["family"])
    ink, accent = colors.HexColor(look["ink"]), colors.HexColor(look["accent"])
    size = look["size"]
    text = ParagraphStyle("text", fontName=regular, fontSize=size, leading=size * 1.4, textColor=ink, spaceAfter=size * 0.7)
    cell = ParagraphStyle("cell", parent=text, fontSize=size - 1, leading=(size - 1) * 1.25, spaceAfter=0)
    strong = ParagraphStyle("strong", parent=cell, fontName=bold, textColor=colors.white if look["head"] else ink)
    styles = {
        "h1": ParagraphStyle("h1", parent=text, fontName=bold, fontSize=size + 4, leading=(size + 4) * 1.25, textColor=accent, spaceBefore=size, keepWithNext=1),
        "h2": ParagraphStyle("h2", parent=text, fontName=bold, fontSize=size + 1, leading=(size + 1) * 1.3, spaceBefore=size * 0.6, spaceAfter=size * 0.4, keepWithNext=1),
        "item": ParagraphStyle("item", parent=text, leftIndent=12, firstLineIndent=-10, spaceAfter=2),
        "text": text,
    }
    width = A4[0] - 2 * look["margin"] * mm - 12
    story = [
        Paragraph(html.escape(head["title"]), ParagraphStyle("title", parent=text, fontName=bold, fontSize=size + 12, leading=size + 17, textColor=accent)),
        Paragraph(html.escape(head["subtitle"]), ParagraphStyle("subtitle", parent=text, fontSize=size + 2, leading=size + 6)),
        Paragraph(html.escape(f"{head['firm']} · {head['number']}"), text),
        Spacer(1, 4 * mm),
    ]
    for kind, content in blocks:
        if kind == "page":
            story.append(PageBreak())
        elif kind == "box":
            mark = "☒" if content[0] else "☐"
            story.append(Paragraph(f'<font name="{register("DejaVu Sans")[0]}">{mark}</font> {html.escape(content[1])}', styles["item"]))
        elif kind == "table":
            columns = max(map(len, content))
            pairs = columns == 2
            rows = []
            for place, row in enumerate(content):
                row = row + [""] * (columns - len(row))
                top = place == 0 and not pairs
                rows.append([Paragraph(html.escape(value), strong if top else cell) for value in row])
            if pairs:
                widths = [width * 0.38, width * 0.62]
            else:
                weights = [min(60, max(9, max(len(row[i]) if i < len(row) else 0 for row in content), max(len(word) for word in content[0][i].split() or [""]) + 4)) for i in range(columns)]
                widths = [width * weight / sum(weights) for weight in weights]
            table = Table(rows, colWidths=widths, repeatRows=0 if pairs else 1)
            style = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 3), ("BOTTOMPADDING", (0, 0), (-1, -1), 4)]
            if look["head"]:
                style += [("GRID", (0, 0), (-1, -1), 0.4, colors.HexColor("#b8c2cc"))]
                style += [("BACKGROUND", (0, 0), (0, -1), colors.HexColor("#eef2f5"))] if pairs else [("BACKGROUND", (0, 0), (-1, 0), accent)]
            else:
                style += [("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.HexColor("#9aa5a5")), ("LINEABOVE", (0, 0), (-1, 0), 0.9, accent)]
            if head["layout"] == "traffic-light":
                shade = {"A": "#cfe8cf", "B": "#e3efc4", "C": "#fbe6b5", "D": "#f6c9b8"}
                style += [("BACKGROUND", (i, j), (i, j), colors.HexColor(shade[v])) for j, row in enumerate(content) for i, v in enumerate(row) if v in shade and not pairs or v in shade and i == 1]
            table.setStyle(TableStyle(style))
            story += [table, Spacer(1, size * 0.8)]
        else:
            story.append(Paragraph(html.escape(content), styles[kind]))

    def foot(self, number, total):
        self.setFont(regular, 8)
        self.setFillColor(ink)
        edge = look["margin"] * mm
        self.drawString(edge, 11 * mm, f"{head['firm']} · {head['number']}")
        self.drawRightString(A4[0] - edge, 11 * mm, f"{head['page-label']} {number} / {total}")
        self.setStrokeColor(accent)
        self.line(edge, 15 * mm, A4[0] - edge, 15 * mm)

    page = type("Page", (Numbered,), {"foot": foot})
    edge = look["margin"] * mm
    SimpleDocTemplate(target, pagesize=A4, leftMargin=edge, rightMargin=edge, topMargin=18 * mm, bottomMargin=22 * mm, invariant=1,
                      title=head["title"] + ": " + head["subtitle"], author=head["firm"] + " (fictional)").build(story, canvasmaker=page)


def scan(head, blocks, target):
    """A PDF of images only, a little crooked and grey, as a copier makes it."""
    buffer = io.BytesIO()
    pdf(head, blocks, buffer)
    dice, images = random.Random(3), []
    for page in pypdfium2.PdfDocument(buffer.getvalue()):
        image = page.render(scale=150 / 72).to_pil().convert("L").filter(ImageFilter.GaussianBlur(0.5))
        image = image.rotate(dice.uniform(-0.7, 0.7), fillcolor=244, resample=Image.Resampling.BICUBIC)
        images.append(image.point(lambda value: int(18 + value * 0.89)))
    made = canvas.Canvas(str(target), pagesize=A4, invariant=1)
    made.setTitle("Scan")
    for image in images:
        jpeg = io.BytesIO()
        image.save(jpeg, "JPEG", quality=55)
        jpeg.seek(0)
        made.drawImage(ImageReader(jpeg), 0, 0, *A4)
        made.showPage()
    made.save()


def word(head, blocks, target):
    document = docx.Document()
    document.styles["Normal"].font.name = "Liberation Sans"
    document.styles["Normal"].font.size = Pt(10)
    title = document.add_heading(head["title"], 0)
    title.runs[0].font.color.rgb = RGBColor(0x14, 0x53, 0x4F)
    document.add_paragraph(head["subtitle"]).runs[0].bold = True
    document.add_paragraph(f"{head['firm']} · {head['number']}")
    for kind, content in blocks:
        if kind in ("h1", "h2"):
            document.add_heading(content, int(kind[1]))
        elif kind == "item":
            numbered = content[0].isdigit()
            document.add_paragraph(re.sub(r"^(• |\d+\. )", "", content), style="List Number" if numbered else "List Bullet")
        elif kind == "table":
            table = document.add_table(rows=0, cols=max(map(len, content)), style="Light Grid Accent 1")
            for row in content:
                for place, value in zip(table.add_row().cells, row):
                    place.text = value
            document.add_paragraph()
        elif kind == "text":
            document.add_paragraph(content)
    section = document.sections[0]
    section.footer.paragraphs[0].text = f"{head['firm']} · {head['number']}"
    properties = document.core_properties
    properties.author, properties.title, properties.created, properties.modified = head["firm"] + " (fictional)", head["title"], DAY, DAY
    document.save(target)


def workbook(head, blocks, target):
    book = openpyxl.Workbook()
    book.remove(book.active)
    sheet = None
    for kind, content in blocks:
        if kind == "sheet":
            sheet = book.create_sheet(content[:31])
            sheet.append([head["title"], head["subtitle"], head["firm"], head["number"]])
            sheet["A1"].font = Font(bold=True, size=13)
            sheet.append([])
        elif kind == "table":
            start = sheet.max_row + 1
            for row in content:
                sheet.append([int(value) if value.isdigit() else value or None for value in row])
            for place in sheet[start]:
                place.font, place.fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="14534F")
            for letter, width in zip("ABCDEF", (12, 52, 34, 20, 22, 58)):
                sheet.column_dimensions[letter].width = width
            for row in sheet.iter_rows(min_row=start):
                for place in row:
                    place.alignment = Alignment(wrap_text=True, vertical="top")
            sheet.freeze_panes = sheet.cell(start + 1, 1)
    book.properties.creator, book.properties.created, book.properties.modified = head["firm"] + " (fictional)", DAY, DAY
    book.save(target)


def web(head, blocks, target):
    parts = []
    for kind, content in blocks:
        if kind in ("h1", "h2"):
            parts.append(f"<h{int(kind[1]) + 1}>{html.escape(content)}</h{int(kind[1]) + 1}>")
        elif kind == "table":
            rows = "".join("<tr>" + "".join(f"<{'th' if i == 0 else 'td'}>{html.escape(v)}</{'th' if i == 0 else 'td'}>" for i, v in enumerate(row)) + "</tr>\n" for row in content)
            parts.append(f"<table>\n{rows}</table>")
        elif kind == "item":
            parts.append(f"<li>{html.escape(content.removeprefix('• '))}</li>")
        elif kind == "text":
            parts.append(f"<p>{html.escape(content)}</p>")
    body = re.sub(r"((?:<li>.*</li>\n?)+)", r"<ul>\n\1</ul>\n", "\n".join(parts) + "\n")
    target.write_text(f"""<!doctype html>
<html lang="{head['lang']}">
<head>
<meta charset="utf-8">
<title>{html.escape(head['title'])}</title>
<style>body {{ max-width: 42rem; margin: 2rem auto; font-family: sans-serif; line-height: 1.6 }} th {{ text-align: start; padding-inline-end: 1rem }}</style>
</head>
<body>
<h1>{html.escape(head['title'])}</h1>
<p>{html.escape(head['subtitle'])}</p>
<p>{html.escape(head['firm'])} · {html.escape(head['number'])}</p>
{body}</body>
</html>
""", encoding="utf-8")


def main():
    makers = {"letter": word, "workbook": workbook, "web": web, "scan": scan}
    for path in sorted((HERE / "sources").glob("*.txt")):
        head, blocks = parse(path)
        target = HERE / (path.stem + (".scanned.pdf" if head["layout"] == "scan" else ENDING.get(head["layout"], ".pdf")))
        make = makers.get(head["layout"], pdf)
        make(head, blocks, target if make is not pdf else str(target))
        print(f"{target.name}: {target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
