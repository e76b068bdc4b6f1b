"""Writes the sample of every input format that the golden of readers reads. Run in this folder; needs zstd(1).

The files are committed; run this again only to change them. Same script, same bytes.
"""
import base64, gzip, io, subprocess, tarfile, zipfile

STORY = 'Ana Reyes met Bo Li in Lisbon on Monday.'
SECOND = 'Greta Holm sued Tom Reed.'
ACCENTS = 'José Nuñez met Zoë Müller in São Paulo. “It is done,” said Nuñez.'


def write(name, data):
    with open(name, 'wb') as out:
        out.write(data if isinstance(data, bytes) else data.encode())


def zipped(members, stored_first=False):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w') as pack:
        for number, (name, data) in enumerate(members):
            info = zipfile.ZipInfo(name, (2023, 3, 6, 10, 0, 0))
            info.external_attr = 0o644 << 16
            kind = zipfile.ZIP_STORED if stored_first and number == 0 else zipfile.ZIP_DEFLATED
            pack.writestr(info, data, kind)
    return out.getvalue()


def tarred(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode='w', format=tarfile.USTAR_FORMAT) as pack:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            pack.addfile(info, io.BytesIO(data))
    return out.getvalue()


def pdf(pages):
    objects = [b'<</Type/Catalog/Pages 2 0 R>>',
               b'<</Type/Pages/Kids[%s]/Count %d>>' % (b' '.join(b'%d 0 R' % (5 + 2 * i) for i in range(len(pages))), len(pages)),
               b'<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
               b'<</Title(Minutes of the board)/Author(Greta Holm)/CreationDate(D:20230306100000Z)>>']
    for number, lines in enumerate(pages):
        stream = b''.join(b'BT /F1 12 Tf 72 %d Td (%s) Tj ET\n' % (y, line.encode()) for y, line in lines)
        objects.append(b'<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>' % (6 + 2 * number))
        objects.append(b'<</Length %d>>stream\n%s\nendstream' % (len(stream), stream))
    out, places = b'%PDF-1.4\n', []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b'%d 0 obj%s endobj\n' % (number, one)
    table = len(out)
    out += b'xref\n0 %d\n0000000000 65535 f \n' % (len(objects) + 1)
    out += b''.join(b'%010d 00000 n \n' % place for place in places)
    return out + b'trailer<</Size %d/Root 1 0 R/Info 4 0 R>>\nstartxref\n%d\n%%%%EOF\n' % (len(objects) + 1, table)


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
docx = zipped([
    ('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    ('word/document.xml', f'<w:document {W}><w:body><w:p><w:r><w:t>Ana Reyes met </w:t></w:r><w:r><w:t>Bo Li in Lisbon on Monday.</w:t></w:r></w:p>'
                          f'<w:p><w:del><w:r><w:delText>Taken out.</w:delText></w:r></w:del><w:r><w:t>{SECOND}</w:t></w:r></w:p></w:body></w:document>'),
    ('docProps/core.xml', f'<p {DC}><dc:title>Memo</dc:title><dc:creator>Greta Holm</dc:creator><dcterms:created>2023-03-06T10:00:00Z</dcterms:created></p>')])
odt = zipped([
    ('mimetype', 'application/vnd.oasis.opendocument.text'),
    ('content.xml', '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
                    f'<office:body><office:text><text:h>Minutes</text:h><text:p>{STORY}</text:p><text:p>Greta<text:s/>Holm sued <text:span>Tom Reed.</text:span></text:p>'
                    '</office:text></office:body></office:document-content>'),
    ('meta.xml', f'<m {DC} xmlns:meta="m"><dc:title>Minutes</dc:title><meta:initial-creator>Ana Reyes</meta:initial-creator><meta:creation-date>2023-03-06T10:00:00</meta:creation-date></m>')],
    stored_first=True)

PAGE = f'''<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Quay sold | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post">
<link rel="canonical" href="https://harbour.example/quay">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Quay sold", "datePublished": "2023-03-07T08:00:00+01:00", "author": {{"@type": "Person", "name": "Greta Holm"}}}}</script>
<script>var menu = "Tom Menu met Nobody Script.";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
<article><h1>Quay sold</h1><p class="byline">By Greta Holm</p>
<p>{STORY} They spoke for two hours about the north quay, which the city wants to sell before the summer.</p>
<figure><img src="a.jpg" alt="The quay"><figcaption>Tom Reed at the quay.</figcaption></figure>
<p>{SECOND} The case is about an unpaid bill of last year, and the court in Kelm will hear it in May.</p></article>
<aside><h2>Most read</h2><ul><li><a href="/x">Pia Storm wins the race</a></li></ul></aside>
<footer>© The Harbour Post</footer></body></html>
'''
MAIL = ('From: Ana Reyes <ana@reyes.example>\r\nTo: "Li, Bo" <bo@li.example>, desk@harbour.example\r\nCc: Greta Holm <greta@harbour.example>\r\n'
        'Subject: =?utf-8?q?The_north_quay_=E2=80=93_notes?=\r\nDate: Mon, 6 Mar 2023 10:00:00 +0100\r\nMessage-ID: <1@reyes.example>\r\nMIME-Version: 1.0\r\n')
BODY = 'Bo,\r\n\r\nTom Reed works for Tidewatch.\r\n\r\nOn 5 March Bo Li wrote:\r\n> Who is Tom Reed?\r\n\r\n-- \r\nAna Reyes\r\nHarbour office\r\n'
wrapped = base64.encodebytes(docx).decode().replace('\n', '\r\n')
write('mail.eml', MAIL + 'Content-Type: multipart/mixed; boundary="cut"\r\n\r\n--cut\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n' + BODY +
      '--cut\r\nContent-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document; name="memo.docx"\r\n'
      'Content-Disposition: attachment; filename="memo.docx"\r\nContent-Transfer-Encoding: base64\r\n\r\n' + wrapped + '--cut--\r\n')
plain = (MAIL + 'Content-Type: text/plain; charset=utf-8\r\n\r\n' + BODY).replace('\r\n', '\n')
write('box.mbox', f'From ana@reyes.example Mon Mar  6 10:00:00 2023\n{plain}\nFrom bo@li.example Mon Mar  6 11:00:00 2023\n'
                  f'From: Bo Li <bo@li.example>\nTo: ana@reyes.example\nSubject: Re: notes\nDate: Mon, 6 Mar 2023 11:00:00 +0100\n\n{SECOND}\n>From there he left.\n')
write('page.html', PAGE)
write('rows.jsonl', '{"id": "r1", "text": "%s", "title": "Quay", "date": "2023-03-06", "source": "The Harbour Post", "url": "https://harbour.example/1"}\n\n'
                    '{"id": "r2", "maintext": "%s", "date_publish": "2023-03-07 10:00:00", "source_domain": "harbour.example"}\n{"id": "r3", "text": \n' % (STORY, SECOND))
write('list.json', '[{"headline": "Quay", "body": "%s"}, {"body": "%s"}]\n' % (STORY, SECOND))
write('notes.md', f'---\ntitle: "Notes"\ndate: 2023-03-06\nauthor: Ina Vale\n---\n# The quay\n\n- {STORY}\n'
                  '- **Greta Holm** sued [Tom Reed](https://reed.example).\n\n![Greta Holm on the quay](quay.png)\n')
write('utf8-mark.txt', b'\xef\xbb\xbf' + ACCENTS.encode())
write('windows-1252.txt', ACCENTS.encode('cp1252'))
write('utf-16.txt', b'\xff\xfe' + ACCENTS.encode('utf-16-le'))
write('utf-16-unmarked.txt', ACCENTS.encode('utf-16-be'))
write('greek.txt', ('Η Άννα Ρέγιες συνάντησε τον Μπο Λι στη Λισαβόνα τη Δευτέρα. ' * 4).encode('iso8859-7'))
write('broken-utf8.txt', STORY.encode() + b' \xc3( ' + SECOND.encode())
write('lines.txt', f'Ana Reyes met Bo Li\r\nin Lisbon on Monday.\r\n\r\n{SECOND}\r\n')
write('report.pdf', pdf([[(760, 'The Harbour Board'), (720, 'Ana Reyes met Bo Li in Lis-'), (704, 'bon on Monday. They spoke of the quay.'), (40, 'Page 1')],
                         [(760, 'The Harbour Board'), (720, SECOND), (704, 'The court will hear it in May.'), (40, 'Page 2')],
                         [(760, 'The Harbour Board'), (720, 'Pia Storm works for Tidewatch.'), (704, 'Nobody objected.'), (40, 'Page 3')]]))
write('memo.docx', docx)
write('minutes.odt', odt)
inner = gzip.compress(tarred([('deep/one.txt', STORY.encode()), ('deep/page.html', PAGE.encode())]), mtime=0)
write('texts.tar.gz', inner)
write('pack.zip', zipped([('a.txt', STORY), ('inner.tar.gz', inner), ('../outside.txt', SECOND), ('picture.png', b'\x89PNG\r\n\x1a\n' + b'\0' * 40), ('memo.docx', docx)]))
write('note.txt.zst', subprocess.run(['zstd', '-q', '-19', '-c'], input=STORY.encode(), capture_output=True, check=True).stdout)
write('note.txt.gz', gzip.compress(SECOND.encode(), mtime=0))
write('cut.zip', zipped([('a.txt', STORY * 20)])[:70])
