"""Writes base-letters.txt.gz: code point in hexadecimal, tab, its canonical decomposition without non-spacing marks.

Run: /usr/bin/python3 base_letters.py OUTPUT. Hangul syllables are left out, because they follow a rule.
"""
import gzip
import sys
import unicodedata

lines = []
for code in range(0x80, 0x110000):
    if 0xD800 <= code <= 0xDFFF or 0xAC00 <= code <= 0xD7A3:
        continue
    parts = unicodedata.normalize("NFD", chr(code))
    if parts != chr(code):
        kept = "".join(c for c in parts if unicodedata.category(c) != "Mn")
        lines.append(f"{code:X}\t{kept}\n")
with open(sys.argv[1], "wb") as packed:
    packed.write(gzip.compress("".join(lines).encode("utf-8"), 9, mtime=0))
