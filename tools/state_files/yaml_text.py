"""Reads a state file with the line of each row, and writes rows as short flow mappings."""

import re

try:
    import yaml
except ImportError as error:  # python3-yaml is a package of Debian and Ubuntu
    raise SystemExit("make_states needs PyYAML: apt-get install python3-yaml") from error

WIDTH = 100
_PLAIN = re.compile(r"[A-Za-z0-9(][A-Za-z0-9 ().%/+_'’<>=;-]*")
_LONG = 60  # a text that may have to go on in the next line is always quoted
_READ_AS_OTHER_TYPE = {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}


class Row(dict):
    """A mapping that knows the line on which it begins."""

    line = 0


class _TextLoader(yaml.BaseLoader):
    """Every scalar stays text, so that nothing turns into a date or a float unasked."""


def _read_mapping(loader, node):
    row = Row()
    row.line = node.start_mark.line + 1
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in row:
            raise yaml.constructor.ConstructorError(
                None, None, f"key '{key}' is given twice", key_node.start_mark
            )
        row[key] = loader.construct_object(value_node, deep=True)
    return row


_TextLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _read_mapping)


def read(path):
    """The file as Rows, lists and text."""
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=_TextLoader)


def scalar(value):
    """A text as YAML reads it back, with quotes only where YAML needs them."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    plain = (
        len(text) <= _LONG
        and _PLAIN.fullmatch(text)
        and text.lower() not in _READ_AS_OTHER_TYPE
        and text == text.strip()
        and not re.fullmatch(r"0\d+", text)
    )
    if plain:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def value_text(value):
    """A scalar, a list or a mapping on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {value_text(item)}" for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(value_text(item) for item in value) + "]"
    return scalar(value)


def _broken(part, indent):
    """A part too long for its line: a quoted text may go on in the next line."""
    pieces, line = [], ""
    for word in part.split(" "):
        if line and len(indent) + len(line) + 1 + len(word) > WIDTH - 1:
            pieces.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return pieces + [line]


def list_row(row, indent="  "):
    """One item of a list, `- {key: value, ...}`, wrapped at 100 columns."""
    return _wrapped(f"{indent}- {{", row, indent + "   ")


def key_row(key, row, indent="  "):
    """A key with a mapping, `key: {key: value, ...}`, wrapped at 100 columns."""
    return _wrapped(f"{indent}{key}: {{", row, indent + "   ")


def _wrapped(head, row, indent):
    lines, line = [], head
    parts = [f"{key}: {value_text(value)}" for key, value in row.items()]
    for index, part in enumerate(parts):
        part += "}" if index == len(parts) - 1 else ","
        room = WIDTH - len(line) - (0 if line.endswith("{") else 1)
        if len(part) <= room:
            line += part if line.endswith("{") else f" {part}"
            continue
        if not line.endswith("{"):
            lines.append(line)
            line = indent
        pieces = _broken(part, indent)
        lines += [(line if n == 0 else indent) + piece for n, piece in enumerate(pieces[:-1])]
        line = (line if len(pieces) == 1 else indent) + pieces[-1]
    return "\n".join(lines + [line])
