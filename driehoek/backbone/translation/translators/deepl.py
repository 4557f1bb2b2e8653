"""DeepL, through its own library: informal, as parents and teachers here speak to each other."""

import deepl
from deepl import http_client

from driehoek.backbone.translation.translators.outcome import Later, Never

TARGETS = {"en": "EN-GB"}  # English and Portuguese want a region
NEVER = (400, 413)  # this text, or this language, not
FORMAL = "prefer_less"  # only for languages that know the difference


http_client.max_network_retries = 0  # we try again ourselves, and let others go first meanwhile


class DeepL:
    def __init__(self, url: str, key: str = "") -> None:
        self.client = deepl.DeepLClient(key, server_url=url or None, send_platform_info=False)

    def translate(self, texts: list[str], *, source: str, target: str) -> list[str]:
        try:
            said = self.client.translate_text(
                texts, source_lang=source.upper(), target_lang=TARGETS.get(target, target.upper()),
                formality=FORMAL, preserve_formatting=True,
            )  # fmt: skip
        except deepl.AuthorizationException:
            raise Later("the key is refused") from None
        except (
            deepl.QuotaExceededException,
            deepl.TooManyRequestsException,
            deepl.ConnectionException,
        ) as busy:
            raise Later(type(busy).__name__) from None
        except deepl.DeepLException as refused:
            kind = Never if refused.http_status_code in NEVER else Later
            raise kind(str(refused.http_status_code)) from None
        except (TypeError, KeyError, ValueError):  # what the library makes of an answer that is none
            raise Later("no answer") from None
        found = [one.text for one in said] if isinstance(said, list) else [said.text]
        if len(found) != len(texts):
            raise Later("not what was asked")
        return found
