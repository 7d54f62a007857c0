"""What a person wrote of a state: docs/states/notes/<ISO3>.md.

A paragraph of judgement, and lines `- authority: ...` for the rungs of the ladder. Ids of sources stand in
round brackets, as in the state files; an id that is not in sources.csv stops the tool.
"""

import re

from state_pages_parts.answers import ROOT

FOLDER = ROOT / "docs/states/notes"
RUNG = re.compile(r"^- (authority|access|survey|baseline|capacity): (.+)$")
ID = re.compile(r"\b[a-z0-9]+[0-9]{4}[a-z]*(?:-[A-Za-z0-9]+)\b")


class Notes:
    def __init__(self, code, known):
        path = FOLDER / f"{code}.md"
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        self.rungs, kept, rung = {}, [], None
        for line in text.splitlines():
            match = RUNG.match(line)
            if match:
                rung = match[1]
                self.rungs[rung] = match[2]
            elif rung and line.startswith("  "):
                self.rungs[rung] += " " + line.strip()
            else:
                rung = None
                kept.append(line)
        self.judgement = "\n".join(kept).strip()
        self.sources = sorted(set(ID.findall(text)))
        unknown = [name for name in self.sources if name not in known]
        if unknown:
            raise ValueError(f"{path.relative_to(ROOT)}: not in sources.csv: {', '.join(unknown)}")
