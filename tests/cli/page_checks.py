"""What every page that the program writes must hold to: well-formed, whole in itself, and open to screen readers."""

import re
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser

VOID = {"meta", "br", "hr", "img", "input", "link", "base", "col", "embed", "source", "track", "wbr", "area"}
# Elements that can ask somebody for something, or run something.
ASKING = {"script", "link", "img", "iframe", "object", "embed", "video", "audio", "source", "track", "base", "form", "use", "image"}
ASKING_ATTRIBUTES = {"src", "srcset", "action", "formaction", "poster", "data", "background", "ping", "xlink:href"}


class Page(HTMLParser):
    """A page with every problem in it, its texts, and its tables as lists of rows."""

    def __init__(self, markup):
        super().__init__(convert_charrefs=True)
        self.problems, self.open, self.ids, self.named = [], [], [], []
        self.headings, self.lines, self.tables, self.style = [], [], [], ""
        self.feed(markup)
        self.close()
        self.problems += [f"<{tag}> is never closed" for tag in self.open]
        self.check_names()
        self.check_headings()
        self.check_pictures(markup)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if len(given) < len(attributes):
            self.problems.append(f"<{tag}> has an attribute twice")
        self.check_requests(tag, given)
        if "id" in given:
            self.ids.append(given["id"])
        self.named += (given.get("aria-labelledby") or "").split()
        if tag == "a":
            self.named.append(given["href"].removeprefix("#"))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag in ("p", "li", "dt", "dd", "tr", "caption", "figcaption", "summary", "pre", "title", "desc", "text", "span") or re.fullmatch("h[1-6]", tag):
            self.lines.append([tag, ""])
        if tag == "table":
            self.tables.append([])
        if tag == "tr":
            self.tables[-1].append([])
        if tag in ("td", "th"):
            self.tables[-1][-1].append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.problems.append(f"</{tag}> closes <{self.open[-1] if self.open else 'nothing'}>")
            if tag in self.open:
                while self.open[-1] != tag:
                    self.open.pop()
        if self.open:
            self.open.pop()

    def handle_data(self, data):
        if "style" in self.open:
            self.style += data
            return
        if ("td" in self.open or "th" in self.open) and self.tables:
            self.tables[-1][-1][-1] += data
        if self.lines and data.strip() and ("details" not in self.open or "summary" in self.open):
            space = " | " if self.open[-1] in ("td", "th") and self.lines[-1][1] else ""
            self.lines[-1][1] += space + data

    def check_requests(self, tag, given):
        if tag in ASKING:
            self.problems.append(f"<{tag}> may ask somebody for something")
        for name, value in given.items():
            if name in ASKING_ATTRIBUTES or name.startswith("on"):
                self.problems.append(f"<{tag} {name}> may ask somebody for something")
            if name == "href" and not value.startswith("#"):
                self.problems.append(f"<{tag}> leads out of the page, to {value}")
            if "url(" in (value or ""):
                self.problems.append(f"<{tag} {name}> asks for {value}")

    def check_names(self):
        for name in sorted({name for name in self.ids if self.ids.count(name) > 1}):
            self.problems.append(f"the id {name} is there twice")
        for name in sorted(set(self.named) - set(self.ids)):
            self.problems.append(f"there is no id {name}")

    def check_headings(self):
        if self.headings.count(1) != 1:
            self.problems.append("a page has one heading of level 1")
        for before, after in zip(self.headings, self.headings[1:]):
            if after > before + 1:
                self.problems.append(f"a heading of level {after} follows one of level {before}")

    def check_pictures(self, markup):
        for rule in ("url(", "@import", "expression("):
            if rule in self.style:
                self.problems.append(f"the style asks for something: {rule}")
        for picture in re.findall(r"<svg.*?</svg>", markup, re.S):
            root = ElementTree.fromstring(picture)
            parts = [child.tag for child in list(root)[:2]]
            if root.get("role") != "img" or parts != ["title", "desc"] or not all(child.text for child in list(root)[:2]):
                self.problems.append(f"a picture without a name: {picture[:80]}")
            for number in re.findall(r' (?:x|y|cx|cy|r|width|height|points|x1|x2|y1|y2)="([^"]*)"', picture):
                if re.search(r"nan|inf|e[+-]", number):
                    self.problems.append(f"a place that is no number: {number}")

    def text(self):
        """Each text of the page on a line of its own, behind its element; what is folded away is left out."""
        return "".join(f"{tag:10} {' '.join(words.split())}\n" for tag, words in self.lines if words.strip())
