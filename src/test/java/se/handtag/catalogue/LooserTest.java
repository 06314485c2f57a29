package se.handtag.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import se.handtag.catalogue.CatalogueApp.Approval;
import se.handtag.catalogue.Configuration.Picture;
import se.handtag.catalogue.Configuration.Target;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.Platform;
import se.handtag.mdm.TagId;

/** Which changes of what is offered open something. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LooserTest {
    private static final GroupId YARD = new GroupId(7);

    @Test
    void an_app_is_looser_once_offered_without_a_yes_or_to_others() {
        Offer asked = app(true, YARD, Approval.MANAGER);
        assertThat(asked.looserThan(Offer.NOTHING)).as("offered").isTrue();
        assertThat(app(true, YARD, Approval.NONE).looserThan(asked))
                .as("without a yes")
                .isTrue();
        assertThat(app(true, null, Approval.MANAGER).looserThan(asked))
                .as("to everybody")
                .isTrue();
        assertThat(app(true, new GroupId(8), Approval.MANAGER).looserThan(asked))
                .as("to another group")
                .isTrue();
    }

    @Test
    void an_app_is_not_looser_when_closed_asked_for_or_for_fewer() {
        Offer free = app(true, null, Approval.NONE);
        assertThat(free.looserThan(free)).isFalse();
        assertThat(app(false, null, Approval.NONE).looserThan(app(false, YARD, Approval.MANAGER)))
                .as("what is not offered lets nobody have anything")
                .isFalse();
        assertThat(app(true, null, Approval.MANAGER).looserThan(free))
                .as("with a yes")
                .isFalse();
        assertThat(app(true, YARD, Approval.NONE).looserThan(free))
                .as("to fewer")
                .isFalse();
        assertThat(new Offer(true, null, Approval.NONE, true, "x", "y").looserThan(free))
                .as("other words")
                .isFalse();
    }

    @Test
    void a_configuration_is_looser_for_longer_on_more_without_a_yes_or_put_on_something_else() {
        Configuration now = tag(true, Target.DEVICE, Approval.MANAGER, 7, Platform.IOS);
        assertThat(now.looserThan(null)).as("new").isTrue();
        assertThat(now.looserThan(tag(false, Target.DEVICE, Approval.MANAGER, 7, Platform.IOS)))
                .isTrue();
        assertThat(tag(true, Target.PERSON, Approval.MANAGER, 7, Platform.IOS).looserThan(now))
                .isTrue();
        assertThat(tag(true, Target.DEVICE, Approval.NONE, 7, Platform.IOS).looserThan(now))
                .isTrue();
        assertThat(tag(true, Target.DEVICE, Approval.MANAGER, 8, Platform.IOS).looserThan(now))
                .isTrue();
        assertThat(tag(true, Target.DEVICE, Approval.MANAGER, null, Platform.IOS)
                        .looserThan(now))
                .isTrue();
        assertThat(tag(true, Target.DEVICE, Approval.MANAGER, 7).looserThan(now))
                .isTrue();
        assertThat(tag(true, Target.DEVICE, Approval.MANAGER, 7, Platform.IOS, Platform.MACOS)
                        .looserThan(now))
                .isTrue();
    }

    @Test
    void a_configuration_is_not_looser_for_shorter_on_fewer_or_closed() {
        Configuration now = tag(true, Target.DEVICE, Approval.NONE, 7, Platform.IOS, Platform.MACOS);
        assertThat(now.looserThan(now)).isFalse();
        assertThat(now.looserThan(tag(true, Target.DEVICE, Approval.NONE, null)))
                .isFalse();
        assertThat(tag(true, Target.DEVICE, Approval.NONE, 6, Platform.IOS).looserThan(now))
                .isFalse();
        assertThat(tag(true, Target.DEVICE, Approval.MANAGER, 7, Platform.IOS, Platform.MACOS)
                        .looserThan(now))
                .isFalse();
        assertThat(tag(false, Target.PERSON, Approval.NONE, null).looserThan(now))
                .isFalse();
    }

    private static Offer app(boolean offered, @Nullable GroupId group, Approval approval) {
        return new Offer(offered, group, approval, false, null, null);
    }

    private static Configuration tag(
            boolean offered, Target target, Approval approval, @Nullable Integer days, Platform... platforms) {
        return new Configuration(
                new TagId(1),
                "tag",
                Picture.OTHER,
                target,
                Set.of(platforms),
                approval,
                days,
                "Name",
                "Namn",
                "",
                "",
                offered);
    }
}
