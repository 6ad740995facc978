package dev.whyrst.incident.recognise;

import dev.whyrst.incident.scene.Scene;

/**
 * Recognises one kind of incident, or a few that are told apart from each other. Stateless. The recognisers stand in
 * one ordered list: what one has claimed the next ones do not see.
 */
interface Recogniser {

    /** Tells the stories that it finds among the free cases. */
    void examine(Scene scene);
}
