package dev.whyrst.incident;

import dev.whyrst.attribution.Behaviour;
import dev.whyrst.attribution.Harm;

/** The words from which the sentence of a story is made: its numbers, computed, and small phrases with them. */
public interface StoryWords {

    /** The endpoint or host that the story is about, with its name where that is known. */
    String subject();

    /** {@code probably }, with a blank behind it, where the story is only likely; else empty. Stands before the verb. */
    String probably();

    /** {@code at 15:01:27}: when it began. */
    String at();

    /** {@code at 15:01:27} or, where it lasted, {@code from 15:01:27 to 15:02:03}. */
    String when();

    /** How many conversations it tells of, without what is drawn in. */
    int size();

    /** How many of them ended so. */
    int count(Behaviour behaviour);

    /** How many connection attempts were refused. */
    int refusals();

    /** Whether most of them were refused connection attempts. */
    boolean isMostlyRefused();

    /** When connection attempts were refused; where none was, when the story happened. */
    String refusedWhen();

    /** When connections met a full queue. */
    String fullWhen();

    /** From the first refusal to the last, in nanoseconds; 0 where none was. */
    long refusedNanos();

    /** {@code its port 8888}, or {@code it} where the story is about that port. */
    String refusers();

    /** How many connections broke that had been made. */
    int losses();

    /** {@code 6 connections of 3 clients lost}: those that had been made. */
    String lost();

    /** The connections that broke; where more were closed in one moment, with and without RST, those. */
    String lostOrClosed();

    /** Whether the service took connections and refused them in turns. */
    boolean isCrashLoop();

    /** How often a service ended that was up again in between, and what that can mean. */
    String deaths();

    /** {@code (4 in use) }: how many connections were in use when the others came, where that decided. */
    String inUse();

    /** {@code 6 connections}. */
    String conversations();

    /** Of how many conversations a reset did at least so much to the applications. */
    int harmed(Harm.Level least);

    /** {@code 12 resets}. */
    String resets();

    /** {@code 6 connections of 3 clients}; one client is named. */
    String ofClients();

    /** Connections that a device reset in vain. */
    int ignored();

    /** What a device cut off, and what went on all the same. */
    String cutOff();

    /** What was given up: attempts to connect, or connections. An only client has been named before. */
    String abandoned();

    /** The same of those that were refused. */
    String refusedOfClients();

    /** The same of those that the service knew, not of what reached the client past the translation. */
    String translated();

    /** How many services there are besides the one that the story is named by. */
    String otherServices();

    /**
     * {@code around} the endpoint that the story is named by, and how many there are besides; of many only how many.
     */
    String around();

    /** {@code 21 connections to 2 servers}; one server is named. */
    String toServers();

    /** {@code Clients}, or the only one by its address. */
    String whoever();

    /** Whether most of them were connections that were given up before they were made. */
    boolean mostlyConnecting();

    /** {@code 40 ports}, also where they are one number on many hosts. */
    String targets();

    /** The host whose ports were tried, or how many hosts. */
    String targetHosts();

    /** Whether the server ended most of them. */
    boolean byServer();

    /** The usual silence before the end, where it was much the same in all; else empty. */
    String alikePause(String before, String after);

    /** The shortest silence that was fatal. */
    String leastPause();

    /** What those asked for that asked for something by name; empty if none did. */
    String names();

    /** The one word where the story is of one connection, the other where it is of more. */
    default String oneOrMany(String one, String many) {
        return size() == 1 ? one : many;
    }
}
