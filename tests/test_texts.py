"""The host's two languages."""

from pathlib import Path

from miniapp_host import paths
from miniapp_host.permissions.scopes import SCOPES
from miniapp_host.texts import Language, Text, Texts

I18N = paths.resources() / "i18n"


def test_english_is_what_the_code_says() -> None:
    assert Texts(Language.EN, I18N)("Allow") == "Allow"


def test_chinese_comes_from_the_tables() -> None:
    assert Texts(Language.ZH, I18N)("Allow") == "允许"


def test_a_sentence_nobody_translated_stays_english(tmp_path: Path) -> None:
    assert Texts(Language.ZH, tmp_path)("Allow {name}", name="A") == "Allow A"


def test_fields_are_filled_in_after_translation() -> None:
    told = Texts(Language.ZH, I18N)("Delete “{name}”?", name="A")
    assert "A" in told
    assert told != "Delete “A”?"


def test_records_carry_both_languages() -> None:
    texts = Texts(Language.EN, I18N)
    assert texts.of(Text("yes", "是")) == "yes"
    texts.language = Language.ZH
    assert texts.of(Text("yes", "是")) == "是"


def test_every_scope_speaks_both_languages() -> None:
    for scope in SCOPES:
        assert scope.request.en != scope.request.zh
        assert scope.title.en != scope.title.zh
