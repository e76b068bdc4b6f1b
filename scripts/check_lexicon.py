#!/usr/bin/env python3
"""Check the tables of rules/lexicon that are written by hand. Standard library only.

usage: scripts/check_lexicon.py [--fix] [FOLDER]

Faults: a line out of byte order, an entry twice, stray blanks, a name of an organisation that is also a
word, a personal name or a place and is not marked `weak`, a mark that one table sets and another does not.
A header line `# Strong: A B` names the entries that stay unmarked by decision (`_` for a blank). `--fix` sorts,
joins duplicates and sets the missing marks. Prints entries per class; leaves with 1 when faults remain.
"""
import argparse
import collections
import pathlib
import sys

ORGANISATIONS = {'company', 'media', 'party', 'government', 'ngo', 'armed_group', 'team', 'university', 'platform'}
HEADER, STRONG = '# class:', '# Strong:'


class Table:
    """One file: its header, its classes, the words that stay strong, and (entry, own classes) rows."""

    def __init__(self, path):
        self.path = path
        lines = path.read_text(encoding='utf-8').split('\n')
        self.header = [line for line in lines if line.startswith('#')]
        self.lines = [line for line in lines if line and not line.startswith('#')]
        self.classes, self.strong = set(), set()
        for line in self.header:
            if line.startswith(HEADER):
                self.classes |= {name.strip() for name in line[len(HEADER):].split(',')}
            elif line.startswith(STRONG):
                self.strong |= {name.replace('_', ' ') for name in line[len(STRONG):].split()}
        self.rows = [split(line) for line in self.lines]

    def names_organisations(self):
        return bool(self.classes & ORGANISATIONS)

    def write(self):
        joined = collections.defaultdict(set)
        for entry, more in self.rows:
            joined[' '.join(entry.split())] |= more
        lines = [f'{entry}\t{",".join(sorted(more))}' if more else entry for entry, more in joined.items()]
        self.lines = sorted(lines, key=str.encode)
        self.rows = [split(line) for line in self.lines]
        self.path.write_text('\n'.join(self.header + self.lines) + '\n', encoding='utf-8')


def split(line):
    entry, _, more = line.partition('\t')
    return entry, {name.strip() for name in more.split(',')} - {''}


def entries_of(tables, *classes):
    return {entry for table in tables for entry, more in table.rows if (table.classes | more) & set(classes)}


def wants_mark(entry, everyday, names):
    """Why a name needs support from its context; empty when it does not."""
    article, _, noun = entry.partition(' ')
    if article == 'The' and noun.lower() in everyday:
        return 'also an everyday noun with its article'
    if noun:
        return ''
    if len(entry) == 2 and entry.isupper():
        return 'an acronym of two letters'
    if entry.lower() in everyday:
        return 'also an everyday word'
    return 'also a personal name or a place' if entry in names else ''


def layout_faults(table):
    for before, line in zip(table.lines, table.lines[1:]):
        if before.encode() >= line.encode():
            yield f"'{line}' stands out of order behind '{before}'"
    seen = set()
    for entry, _ in table.rows:
        if entry in seen:
            yield f"'{entry}' stands twice"
        if entry != ' '.join(entry.split()):
            yield f"'{entry}' has stray blanks"
        seen.add(entry)


def mark_faults(table, everyday, names, fix):
    for entry, more in table.rows:
        why = '' if 'weak' in more or entry in table.strong else wants_mark(entry, everyday, names)
        if why and fix:
            more.add('weak')
        elif why:
            yield f"'{entry}' is {why} and not marked weak (or name it in a line '{STRONG} …')"
    known = {entry for entry, _ in table.rows}
    for entry in sorted(table.strong - known):
        yield f"'{entry}' is named strong but stands nowhere in the table"


def disagreements(tables):
    """Marks are joined over all tables, so a name marked in one is weak for all."""
    marked, unmarked = {}, {}
    for table in tables:
        for entry, more in table.rows:
            (marked if 'weak' in more else unmarked).setdefault(entry, table)
    for entry in sorted(set(marked) & set(unmarked)):
        yield f"'{entry}' is weak in {marked[entry].path.name} but not in {unmarked[entry].path.name}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--fix', action='store_true', help='sort, join duplicates, set missing marks')
    parser.add_argument('folder', nargs='?', type=pathlib.Path,
                        default=pathlib.Path(__file__).resolve().parents[1] / 'rules/lexicon')
    given = parser.parse_args()
    tables = [Table(path) for path in sorted(given.folder.glob('*.tsv'))]
    everyday = entries_of(tables, 'ordinary_word')
    names = entries_of(tables, 'surname', 'given_name', 'place')
    own = [table for table in tables if not table.path.name.startswith('derived_')]
    organisations = [table for table in own if table.names_organisations()]

    faults = []
    for table in own:
        found = list(mark_faults(table, everyday, names, given.fix)) if table in organisations else []
        if given.fix:
            table.write()
        faults += [f'{table.path.name}: {fault}' for fault in [*found, *layout_faults(table)]]
    faults += disagreements(organisations)

    counts = collections.Counter(name for table in tables for _, more in table.rows for name in table.classes | more)
    print(' '.join(f'{name}={count}' for name, count in sorted(counts.items())))
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


if __name__ == '__main__':
    main()
