import re
from html.parser import HTMLParser

import pytest
from django.utils.safestring import SafeString
from hypothesis import example, given
from hypothesis import strategies as st

from articles.body import PASTED, EmbedBlock, PhotoBlock, TextBlock, blocks, clean, photo_ids, text
from articles.embeds import EMBEDS, embed, embed_hosts
from articles.typography import LANGUAGES, correct_html

pytestmark = pytest.mark.once

VIDEO = "https://www.youtube.com/watch?v=abcdefghijk"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Un.\n\nDeux.", "<p>Un.</p>\n<p>Deux.</p>"),
        ("Un,\nsuite.\n \nDeux.", "<p>Un, suite.</p>\n<p>Deux.</p>"),
        ("R&D, 3 < 4", "<p>R&amp;D, 3 &lt; 4</p>"),
        ("Un <b>mot</b>", "<p>Un <strong>mot</strong></p>"),
        ("<div>Un</div><div>Deux</div>", "<p>Un</p>\n<p>Deux</p>"),
        ("<div>Un<p>Deux</p>Trois</div>", "<p>Un</p>\n<p>Deux</p>\n<p>Trois</p>"),
        ("<em><p>Un</p></em>", "<p>Un</p>"),
        ("<p>Un<br><br>Deux<br>Trois<br></p>", "<p>Un</p>\n<p>Deux<br>Trois</p>"),
        ("<p><em>Un<br><br>Deux</em></p>", "<p><em>Un<br>Deux</em></p>"),
        ("<p></p><p>&nbsp;</p><p> <br> </p>", ""),
        ("<p> Un \n mot <em> </em> ici </p>", "<p>Un mot ici</p>"),
        ("<p>Un\u00a0mot&nbsp;ici</p>", "<p>Un\u00a0mot\u00a0ici</p>"),
        ("<h1>Un</h1><h4>Deux</h4>", "<h2>Un</h2>\n<h3>Deux</h3>"),
        ("<i>Un</i> <u>mot</u> <font color=red>ici</font>", "<p><em>Un</em> mot ici</p>"),
        ("<ul><li><p>Un</p></li><li></li><li>Deux</li></ul>", "<ul><li>Un</li><li>Deux</li></ul>"),
        ("<ol><li><p>Un</p><p>bis</p></li></ol>", "<ol><li>Un<br>bis</li></ol>"),
        ("<ul><li>Un</li><ul><li>Deux</li></ul></ul>", "<ul><li>Un<ul><li>Deux</li></ul></li></ul>"),
        (
            "<blockquote>Oui.<footer><cite>Ada</cite></footer></blockquote>",
            "<blockquote><p>Oui.</p><p><cite>Ada</cite></p></blockquote>",
        ),
        ("<blockquote><h2>Un</h2><ul><li>Deux</li></ul></blockquote>", "<blockquote><p>Un</p><p>Deux</p></blockquote>"),
        ('<aside class="exergue big">Oui</aside>', '<aside class="exergue"><p>Oui</p></aside>'),
        ("<aside>Oui</aside>", "<p>Oui</p>"),
        (
            '<aside class="encadre"><h2>Un</h2><ol><li>Deux</li></ol></aside>',
            '<aside class="encadre"><h3>Un</h3><ol><li>Deux</li></ol></aside>',
        ),
        ("<abbr title='Société'>SA</abbr> <abbr>SARL</abbr>", '<p><abbr title="Société">SA</abbr> SARL</p>'),
        ('<span lang="en">Brexit</span> <span class="x">ici</span>', '<p><span lang="en">Brexit</span> ici</p>'),
        ("<q>Oui</q> H<sub>2</sub>O 1<sup>er</sup>", "<p><q>Oui</q> H<sub>2</sub>O 1<sup>er</sup></p>"),
        ("<strong>Un <b>mot</b></strong>", "<p><strong>Un mot</strong></p>"),
        ("<table><caption>Un</caption></table>", "<p>Un</p>"),
        ("U\x01n&#2;\ufeff", "<p>Un</p>"),
        ("<div>" * 2000 + "Un", "<p>Un</p>"),
    ],
)
def test_a_body_keeps_what_was_said_in_few_words(typed, kept):
    assert clean(typed) == kept


def test_a_table_is_written_in_full():
    pasted = "<table><caption>Voix</caption><tr><th>Liste<th>Voix<tr><th>A<td><p>12</p><p>24 %</p></table>"
    assert clean(pasted) == (
        '<table><caption>Voix</caption><thead><tr><th scope="col">Liste</th><th scope="col">Voix</th></tr></thead>'
        '<tbody><tr><th scope="row">A</th><td>12<br>24 %</td></tr></tbody></table>'
    )


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        (
            "<p class=MsoNormal style='mso-x:1'><b style='mso-bidi-font-weight:normal'>Un<o:p></o:p></b></p>"
            "<p class=MsoNormal><o:p>&nbsp;</o:p></p><!--[if gte mso 9]><xml><w:x>1</w:x></xml><![endif]-->",
            "<p><strong>Un</strong></p>",
        ),
        (
            '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr">'
            '<span style="font-weight:700">Un</span><span style="font-style:italic"> mot</span></p><br></b>',
            "<p><strong>Un</strong><em> mot</em></p>",
        ),
        (
            "<html><head><title>x</title><style>p{}</style></head><body>"
            '<p style="margin:0"><font face="Arial">Un</font></p></body></html>',
            "<p>Un</p>",
        ),
    ],
    ids=["Word", "Google Docs", "LibreOffice"],
)
def test_a_paste_from_an_office_suite_leaves_its_words(pasted, kept):
    assert clean(pasted) == kept


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://a.example/?b=1&amp;c=2", "https://a.example/?b=1&amp;c=2"),
        ("HTTP://a.example", "HTTP://a.example"),
        (" /articles/12/un mot/ ", "/articles/12/un%20mot/"),
        ("www.a.example", "https://www.a.example"),
        ("mailto:desk@journal.example", "mailto:desk@journal.example"),
        ("tel:+33142000000", "tel:+33142000000"),
        ("#notes", "#notes"),
    ],
)
def test_a_link_leads_where_it_says(href, kept):
    assert (
        clean(f'<a href="{href}" target="_blank" rel="opener" onclick="x()">ici</a>')
        == f'<p><a href="{kept}">ici</a></p>'
    )


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVa&#9;Script:alert(1)",
        "&#1;javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "ftp://a.example",
    ]
    + ["//a.example", "/\\a.example", "/&#9;/a.example", "\\\\a.example", "https:a", "page.html", "", "file:///etc"]
    + ["http://[ici]", "http://a]b@a.example/", "http://℀@a.example/"],
)
def test_any_other_link_leaves_its_words(href):
    assert clean(f'<a href="{href}">ici</a>') == "<p>ici</p>"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ('<figure data-photo="12"></figure>', '<figure data-photo="12"></figure>'),
        (
            '<figure data-photo="12" data-alt="Un \n quai" class="x"><img src="x">'
            "<figcaption>Le <em>port</em>\n ici</figcaption></figure>",
            '<figure data-photo="12" data-alt="Un quai"><figcaption>Le port ici</figcaption></figure>',
        ),
        ('<figure data-photo="12" data-alt=""></figure>', '<figure data-photo="12" data-alt=""></figure>'),
        ('<p>Un<figure data-photo="12"></figure>Deux</p>', '<p>Un</p>\n<figure data-photo="12"></figure>\n<p>Deux</p>'),
        ('<b>Un<span><figure data-photo="12"></figure></span></b>', '<p>Un</p>\n<figure data-photo="12"></figure>'),
        (
            '<ul><li>Un<figure data-photo="12"></figure></li></ul>Deux',
            '<ul><li>Un</li></ul>\n<figure data-photo="12"></figure>\n<p>Deux</p>',
        ),
        (
            '<aside class="encadre"><figure data-photo="12"></figure>Un</aside>',
            '<aside class="encadre"><p>Un</p></aside>\n<figure data-photo="12"></figure>',
        ),
        ('<figure data-photo="12"><p>Un</p>', '<figure data-photo="12"></figure>\n<p>Un</p>'),
        ('<figure data-photo="0x1"><figcaption>Un</figcaption></figure>', "<p>Un</p>"),
        ('<figure><img src="x.jpg"></figure>', ""),
        (f'<figure data-embed="{VIDEO}"></figure>', f'<figure data-embed="{VIDEO}"></figure>'),
        (
            f'<figure data-embed="{VIDEO}&amp;t=1"><figcaption>Un</figcaption></figure>',
            f'<figure data-embed="{VIDEO}&amp;t=1"><figcaption>Un</figcaption></figure>',
        ),
        (
            '<figure data-embed="https://a.example/v"><figcaption>Un</figcaption></figure>',
            '<p><a href="https://a.example/v">Un</a></p>',
        ),
        (
            '<figure data-embed="https://a.example/v"></figure>',
            '<p><a href="https://a.example/v">https://a.example/v</a></p>',
        ),
        ('<figure data-embed="javascript:x"><figcaption>Un</figcaption></figure>', "<p>Un</p>"),
    ],
)
def test_a_figure_stands_by_itself(typed, kept):
    assert clean(typed) == kept


def test_a_body_is_read_in_order():
    body = clean(
        f'<p>Un</p><h2>Deux</h2><figure data-photo="3" data-alt="Quai"><figcaption>R&amp;D</figcaption></figure>'
        f'<p>Trois</p><figure data-embed="{VIDEO}"><figcaption>Vidéo</figcaption></figure>'
    )
    assert blocks(body) == [
        TextBlock("<p>Un</p>\n<h2>Deux</h2>"),
        PhotoBlock(3, "R&D", "Quai"),
        TextBlock("<p>Trois</p>"),
        EmbedBlock(VIDEO, "Vidéo", "YouTube", "https://www.youtube-nocookie.com/embed/abcdefghijk"),
    ]
    assert [block.kind for block in blocks(body)] == ["text", "photo", "text", "embed"]


def test_only_the_words_are_marked_safe():
    text_block, photo = blocks('<p>Un</p>\n<figure data-photo="3"><figcaption>&lt;b&gt;</figcaption></figure>')
    assert isinstance(text_block.html, SafeString)
    assert photo.caption == "<b>" and not isinstance(photo.caption, SafeString)


def test_a_video_of_a_site_no_longer_known_becomes_a_link():
    (block,) = blocks('<figure data-embed="https://a.example/?v=1&amp;t=2"><figcaption>R&amp;D</figcaption></figure>')
    assert block == TextBlock('<p><a href="https://a.example/?v=1&amp;t=2">R&amp;D</a></p>')
    (block,) = blocks('<figure data-embed="javascript:alert(1)"></figure>')
    assert block == TextBlock("<p><a>javascript:alert(1)</a></p>")


def test_no_break_spaces_are_printed_as_they_are_stored():
    assert blocks("<p>3\u00a0€ &amp;nbsp;</p>") == [TextBlock("<p>3\u00a0€ &amp;nbsp;</p>")]


def test_an_empty_body_has_no_blocks():
    assert blocks("") == []


def test_the_photos_of_a_body_are_named_once_in_order():
    assert photo_ids(clean("".join(f'<figure data-photo="{number}"></figure>' for number in (5, 3, 5)))) == [5, 3]


def test_the_words_of_a_body_are_lines():
    body = (
        "<p>R&amp;D <em>ici</em></p>\n<ul><li>Un<ul><li>Deux</li></ul></li></ul>\n"
        '<figure data-photo="1"><figcaption>Non</figcaption></figure>\n'
        "<table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
    )
    assert text(body) == "R&D ici\nUn\nDeux\n1 2"


@pytest.mark.parametrize(
    ("url", "player"),
    [
        ("https://youtu.be/abcdefghijk?si=x", "https://www.youtube-nocookie.com/embed/abcdefghijk"),
        (
            "https://m.youtube.com/watch?app=desktop&v=abcdefghijk&t=4s",
            "https://www.youtube-nocookie.com/embed/abcdefghijk",
        ),
        ("https://www.youtube.com/shorts/abcdefghijk", "https://www.youtube-nocookie.com/embed/abcdefghijk"),
        ("https://vimeo.com/123456", "https://player.vimeo.com/video/123456?dnt=1"),
        ("https://www.dailymotion.com/video/x84sh87", "https://geo.dailymotion.com/player.html?video=x84sh87"),
        ("https://dai.ly/x84sh87", "https://geo.dailymotion.com/player.html?video=x84sh87"),
    ],
)
def test_a_page_has_its_player(url, player):
    assert embed(url).player == player


@pytest.mark.parametrize(
    "url",
    [
        "https://youtube.com.evil.example/watch?v=abcdefghijk",
        "https://www.youtube.com/@journal",
        "https://vimeo.com/",
        "x" + VIDEO,
    ],
)
def test_other_pages_have_no_player(url):
    assert embed(url) is None


def test_every_player_is_on_a_listed_host():
    assert embed_hosts() == (
        "https://www.youtube-nocookie.com",
        "https://player.vimeo.com",
        "https://geo.dailymotion.com",
    )
    assert all(provider.player.startswith(embed_hosts()) for provider in EMBEDS)


PROBES = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)><p>x",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<math><mi><b><noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<title><a title='</title><img src=x onerror=alert(1)>'></title>",
    "<textarea><p title='</textarea><img src=x onerror=alert(1)>'>",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'></xmp>",
    "<plaintext><script>alert(1)</script>",
    "<template><script>alert(1)</script></template>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe><object data=x></object><embed src=x>",
    "<a href='javascript:alert(1)'>x</a><a href='\u0001java\nscript:alert(1)'>x</a>",
    "<a href=' &#14; javascript:alert(1)'>x</a><a xlink:href='javascript:alert(1)'>x</a>",
    "<p style='background:url(javascript:alert(1))' onclick=alert(1) id=x class=y>x</p>",
    "<span lang='en\" onclick=\"alert(1)'>x</span><abbr title='\"><script>alert(1)</script>'>x</abbr>",
    "<figure data-photo='1' data-alt='\"><script>alert(1)</script>' onclick=alert(1)></figure>",
    "<figure data-photo='1'><figcaption><script>alert(1)</script>&lt;img src=x&gt;</figcaption></figure>",
    f"<figure data-embed='{VIDEO}&\"><script>alert(1)</script>'></figure>",
    "<figure data-embed='https://a.example/\"><script>alert(1)</script>'></figure>",
    '<figure data-photo="1"><figcaption><</figcaption><script>alert(1)</script></figure>',
    "<!--><script>alert(1)</script>--><!-- --!><img src=x onerror=alert(1)>",
    "<![CDATA[<script>alert(1)</script>]]><?php echo 1 ?><!DOCTYPE html>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;script&amp;gt;",
    "<base href='//evil.example/'><meta http-equiv=refresh content='0;url=x'><link rel=stylesheet href=x>",
    "<b><table><a href='https://a.example'><tr><td><a href='/b'>x</table></b>",
    "<select><script>alert(1)</script></select><button formaction='javascript:alert(1)'>x</button>",
    "<p>" * 60 + "<q>" * 60 + "<ul><li>" * 60 + "x",
    "\x00<scr\x00ipt>alert(1)</scr\x00ipt>\ud800",
]

PIECES = (
    "<p> </p> <b> </b> <em> </em> <i> <br> <h1> <h2> </h2> <h5> <ul> </ul> <ol> <li> </li> <div> </div> "
    "<blockquote> </blockquote> <q> </q> <table> </table> <caption> <thead> <tbody> <tr> <td> </td> <th> <cite> "
    "<hr> <pre> <form> <span> </span> <sup> </sup> <dl> <dt> <svg> </svg> <math> <style> </style> <script> "
    "</script> <title> <noscript> <textarea> <!-- --> &nbsp; &lt; &amp; &#60; < > \" ' & = / </a> </aside> "
    "</figure> <figcaption> </figcaption> <aside> x a. «mot» ! : ..."
).split(" ") + [
    " ",
    "\n",
    "\n\n",
    "\u00a0",
    "\u2028",
    "<a href='/a'>",
    "<a href='//a'>",
    "<a href='javascript:x'>",
    "<a onclick=x href='https://a.example/b c'>",
    "<aside class='exergue'>",
    "<aside class='encadre y'>",
    "<figure data-photo='12'>",
    '<figure data-photo="3">',
    "<figure>",
    f"<figure data-embed='{VIDEO}'>",
    "<figure data-embed='https://a.example'>",
    "<span lang=en>",
    "<span style='font-weight:700'>",
    "<abbr title=' x\n'>",
    "<td><td>",
    "<table><tr><td>",
    "<img src=x onerror=x>",
]
GARBAGE = st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=40)


class Witness(HTMLParser):
    """Notes every element and attribute that does not belong into a body, as a browser's parser would meet it."""

    ALLOWED = dict.fromkeys(
        "p h2 h3 ul ol li blockquote table caption thead tbody tr td strong em sup sub q cite br figcaption".split(),
        set(),
    ) | {"a": {"href"}, "abbr": {"title"}, "span": {"lang"}, "th": {"scope"}, "aside": {"class"}}

    def __init__(self, html, figures=False):
        super().__init__()
        self.strangers = []
        self.allowed = self.ALLOWED | ({"figure": {"data-photo", "data-alt", "data-embed"}} if figures else {})
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag not in self.allowed or values.keys() - self.allowed[tag]:
            self.strangers.append((tag, attributes))
        if not values.get("href", "#").lower().startswith(("http://", "https://", "mailto:", "tel:", "/", "#")):
            self.strangers.append((tag, attributes))
        if values.get("class", "exergue") not in ("exergue", "encadre"):
            self.strangers.append((tag, attributes))

    def handle_comment(self, data):
        self.strangers.append(data)

    handle_decl = unknown_decl = handle_pi = handle_comment


def strangers_in(html):
    return Witness(clean(html), figures=True).strangers


def test_the_witness_sees_what_it_should():
    strange = ["<img src=x>", "<p onclick=x>", "<!-- x -->", "<a href='javascript:x'>", "<figure>", "<aside class=x>"]
    assert all(Witness(html).strangers for html in strange)


@pytest.mark.parametrize("probe", PROBES)
def test_no_attack_survives_saving(probe):
    assert strangers_in(probe) == []


@pytest.mark.parametrize("probe", PROBES)
def test_no_attack_stored_behind_our_back_is_printed(probe):
    stored = f'<figure data-photo="1"></figure>{probe}<figure data-photo="2"></figure>'.encode(errors="ignore").decode()
    for block in blocks(stored):
        if block.kind == "text":
            assert Witness(block.html).strangers == []


@given(GARBAGE)
def test_nothing_foreign_is_ever_saved(html):
    assert strangers_in(html) == []


@given(GARBAGE)
def test_nothing_foreign_is_ever_printed(html):
    assert [block for block in blocks(html) if block.kind == "text" and Witness(block.html).strangers] == []


@given(GARBAGE)
@example("<q>" * 100 + "x")
@example("<ul>" * 100 + "x")
def test_a_clean_body_stays_as_it_is(html):
    once = clean(html)
    assert clean(once) == once


@given(GARBAGE)
@example("...<q>...")
def test_a_corrected_body_stays_as_it_is(html):
    corrected = correct_html(clean(html), LANGUAGES["fr"])
    assert clean(corrected) == corrected
    assert correct_html(corrected, LANGUAGES["fr"]) == corrected


@given(GARBAGE)
def test_no_word_is_lost(html):
    said = PASTED.clean(html)
    for word in ("x", "mot", "a."):
        assert clean(html).count(word) >= re.sub("<[^>]*>", "", said).count(word)


@given(GARBAGE)
def test_printing_changes_nothing_in_a_clean_body(html):
    body = clean(html)
    texts = [block.html for block in blocks(body) if block.kind == "text"]
    lines = [line for line in body.split("\n") if not line.startswith("<figure")]
    assert [line for printed in texts for line in printed.split("\n")] == [line for line in lines if line]
