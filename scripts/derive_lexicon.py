#!/usr/bin/env python3
"""Derives rules/lexicon/derived_*.tsv from public packages. The tables are committed; run this only to renew them.

needs: Debian packages wordnet-base, wamerican; PyPI packages names, Faker, cleanco
usage: scripts/derive_lexicon.py [OUTPUT_FOLDER]
"""
import collections
import importlib
import pathlib
import pkgutil
import re
import sys
import unicodedata

OUT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[1] / 'rules/lexicon')
LATIN = re.compile(r"[^\W\d_]+(?:[-' ][^\W\d_]+)*")


def is_latin(word):
    return bool(LATIN.fullmatch(word)) and all('LATIN' in unicodedata.name(c, '') for c in word if c.isalpha())


def write(name, classes, source, rows):
    rows = sorted(rows.items() if isinstance(rows, dict) else ((r, '') for r in rows))
    head = f'# class: {classes}\n# Source: {source}\n# Made by scripts/derive_lexicon.py; do not edit.\n'
    body = ''.join(f'{word}\t{more}\n' if more else f'{word}\n' for word, more in rows)
    (OUT / f'derived_{name}.tsv').write_text(head + body, encoding='utf-8')
    print(f'{name}: {len(rows)}')


def census(package, file, most):
    folder = pathlib.Path(importlib.import_module(package).__file__).parent
    lines = (folder / file).read_text().split('\n')
    return [line.split()[0].title() for line in lines[:most] if line.split()]


def faker_names():
    """Given names with their sexes and surnames of every locale of Faker that is written in Latin letters."""
    import faker.providers.person as person
    sexes, last = collections.defaultdict(set), set()
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f'faker.providers.person.{module.name}').Provider
        for field, value in vars(provider).items():
            if not field.startswith(('first_name', 'last_name')) or not isinstance(value, (tuple, list, dict)):
                continue
            words = [w for w in value if isinstance(w, str)]
            words = [w.strip() for w in words if is_latin(w.strip()) and w.strip()[0].isupper() and len(w.strip()) > 1]
            if field.startswith(('first_names', 'first_name')):
                sex = 'f' if 'female' in field else 'm' if 'male' in field else ''
                for w in words:
                    sexes[w].add(sex)
            elif field.startswith('last_names'):
                last.update(words)
    return sexes, last


def given_and_surnames():
    sexes, last = faker_names()
    for word in census('names', 'dist.male.first', 1200):
        sexes[word].add('m')
    for word in census('names', 'dist.female.first', 2600):
        sexes[word].add('f')
    given = {}
    for word, found in sexes.items():
        only = {'m': 'given_male', 'f': 'given_female'}.get(''.join(sorted(found - {''})), '')
        given[word] = only
    surnames = set(census('names', 'dist.all.last', 40000)) | last
    source = 'US census 1990 through PyPI names 0.3.0 (MIT, data public domain); Faker 40 name providers (MIT)'
    write('given_names', 'given_name', source, given)
    write('surnames', 'surname', source, {w for w in surnames if len(w) > 1})


def ordinary_words():
    lines = pathlib.Path('/usr/share/dict/american-english').read_text(encoding='utf-8').split('\n')
    words = {w for w in lines if len(w) > 1 and w.islower() and w.isalpha()}
    write('ordinary_words', 'ordinary_word', 'Debian package wamerican (SCOWL, public domain and BSD-like)', words)


def wordnet():
    """synset offset -> (words, hypernyms, instance hypernyms) of WordNet's nouns."""
    synsets = {}
    for line in open('/usr/share/wordnet/data.noun', encoding='utf-8'):
        if line.startswith(' '):
            continue
        field = line.split(' | ')[0].split()
        count = int(field[3], 16)
        words = [field[4 + 2 * i].replace('_', ' ') for i in range(count)]
        at = 4 + 2 * count
        pointers = [(field[at + 1 + 4 * i], field[at + 2 + 4 * i]) for i in range(int(field[at]))]
        synsets[field[0]] = (words, [t for p, t in pointers if p == '@'], [t for p, t in pointers if p == '@i'])
    return synsets


def below(synsets, roots):
    """Offsets of all synsets under those whose first word is in roots."""
    children = collections.defaultdict(list)
    for offset, (_, ups, _) in synsets.items():
        for up in ups:
            children[up].append(offset)
    todo = [o for o, (words, _, _) in synsets.items() if words[0] in roots]
    seen = set()
    while todo:
        offset = todo.pop()
        if offset not in seen:
            seen.add(offset)
            todo += children[offset]
    return seen


def places():
    synsets = wordnet()
    regions = below(synsets, {'region', 'location', 'body of water', 'land', 'geological formation', 'land mass'})
    countries = below(synsets, {'country', 'Asian country', 'African country', 'European country'})
    rows = {}
    for words, _, instances in synsets.values():
        if any(i in regions for i in instances):
            for word in words:
                if word[0].isupper() and len(word) > 2:
                    more = 'country' if any(i in countries for i in instances) else ''
                    rows[word] = rows.get(word) or more
    write('places', 'place', 'WordNet 3.0 instances of regions and waters (WordNet licence)', rows)


def legal_forms():
    from cleanco.termdata import terms_by_type
    forms = set()
    for terms in terms_by_type.values():
        for term in terms:
            term = term.strip().rstrip('.')
            if is_latin(term.replace('.', '')) and 1 < len(term) <= 20:
                forms |= {term.upper() if len(term) <= 4 else term.title(), term.title()}
    write('legal_forms', 'legal_form', 'PyPI cleanco 2.3 (MIT)', forms)


if __name__ == '__main__':
    OUT.mkdir(parents=True, exist_ok=True)
    given_and_surnames()
    ordinary_words()
    places()
    legal_forms()
