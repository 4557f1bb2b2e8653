"""How many messages a telephone company counts, and asks money for."""

PLAIN = set(  # GSM 03.38, the alphabet every telephone has
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
DOUBLE = set("^{}\\[~]|€\f")  # these take two places


def parts_of(words: str) -> int:
    """160 signs, or 153 in each of several; 70 and 67 when one of them is in no telephone's own alphabet."""
    if set(words) <= PLAIN | DOUBLE:
        size, alone, each = len(words) + sum(sign in DOUBLE for sign in words), 160, 153
    else:
        size, alone, each = len(words.encode("utf-16-be")) // 2, 70, 67
    return 1 if size <= alone else -(-size // each)
