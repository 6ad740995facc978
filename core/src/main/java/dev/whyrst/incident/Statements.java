package dev.whyrst.incident;

/** TEMP */
final class Statements {
    private final Scene scene;

    Statements(Scene scene) {
        this.scene = scene;
    }

    String of(Story story) {
        return story.kind().id() + scene.endpoints().text(story.subject());
    }
}
