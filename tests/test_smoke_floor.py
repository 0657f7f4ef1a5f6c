"""The world can be built: every hat of the cast is really worn."""

from pug_portal.accounts.hats import hats_of


def test_every_member_of_the_cast_wears_the_hat_the_story_gives(world):
    for name, actor in world.everyone().items():
        hats = hats_of(actor.user)
        assert [hat.role for hat in hats] == ([] if name == "baru" else [actor.role])
