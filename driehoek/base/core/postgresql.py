"""How a connection to PostgreSQL is set up."""

# Planned once for everybody, compiled for nobody; and no disk turns any more: by PostgreSQL's own figures it
# would rather read a whole table, or sort it, than look ten rows up.
PLANNING = "-c jit=off -c plan_cache_mode=force_generic_plan -c random_page_cost=1.1"


def connection_options(*, pooled: bool) -> dict[str, object]:
    """For Django. Behind a pooler that lends connections by transaction, nothing may stay on one."""
    return {
        "server_side_binding": True,  # what is asked often is planned once
        "prepare_threshold": None if pooled else 3,
        "options": "" if pooled else PLANNING,
    }
