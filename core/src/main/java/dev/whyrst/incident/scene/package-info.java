/**
 * What recognisers look at: the {@link dev.whyrst.incident.scene.Scene} with its cases, the facts of the whole input,
 * and the stories told so far.
 *
 * <p>A {@link dev.whyrst.incident.scene.Cluster} is what a recogniser reasons about: cases with the same service, host
 * or client, parted where it was quiet for long. What is usual in it is asked in the words of
 * {@link dev.whyrst.incident.scene.Share} (how many), {@link dev.whyrst.incident.scene.Spread} (how much alike, how
 * much at one moment) and {@link dev.whyrst.incident.scene.SilencePeak} (which timer). A
 * {@link dev.whyrst.incident.scene.Story} is the answer: a kind, what it is about, and its cases.
 * {@link dev.whyrst.incident.scene.Stories} knows which cases are still free; none belongs to two.
 */
package dev.whyrst.incident.scene;
