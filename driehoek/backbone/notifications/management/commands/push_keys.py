"""New keys for notices on telephones: bin/manage push_keys."""

from typing import Any  # options as Django hands them over

from cryptography.hazmat.primitives.asymmetric import ec
from django.core.management.base import BaseCommand

from driehoek.backbone.notifications.channels.keys import in_base64


class Command(BaseCommand):
    help = "Makes a key and says where to put it. With another key every telephone must be switched on anew."

    def handle(self, *args: Any, **options: Any) -> None:
        secret = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
        self.stdout.write(f"DRIEHOEK_PUSH_KEY={in_base64(secret.to_bytes(32, 'big'))}")
        self.stdout.write("DRIEHOEK_PUSH_CONTACT=mailto:beheer@jouw-school.nl")
