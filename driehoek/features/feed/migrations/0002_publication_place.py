"""Where a post came out stands beside when: a list then finds the newest of each place by an index."""

from django.db import migrations, models
from django.db.models import Case, F, OuterRef, Subquery, Value, When
from django.db.models.functions import Cast, Concat


def key(word, field):
    return Concat(Value(f"{word}-"), Cast(F(field), models.CharField(max_length=20)))


def fill(apps, schema_editor):
    Post, Publication = apps.get_model("feed", "Post"), apps.get_model("feed", "Publication")
    place = Case(
        When(group__isnull=False, then=key("group", "group_id")),
        When(student__isnull=False, then=key("child", "student_id")),
        default=key("school", "school_id"),
        output_field=models.CharField(max_length=30),
    )
    posts = Post.objects.filter(pk=OuterRef("post")).annotate(where=place)
    Publication.objects.update(place=Subquery(posts.values("where")))


class Migration(migrations.Migration):
    dependencies = [("feed", "0001_initial")]

    operations = [
        migrations.AddField("publication", "place", models.CharField(default="", max_length=30), False),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex(
            "publication", models.Index(fields=["place", "due_at"], name="feed_public_place_c487ee_idx")
        ),
    ]
