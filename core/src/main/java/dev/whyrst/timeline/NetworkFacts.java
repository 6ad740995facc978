package dev.whyrst.timeline;

import dev.whyrst.net.Endpoint;
import dev.whyrst.net.IpAddress;
import java.util.Optional;

/** What the whole input tells of hosts and ports, complete before the first RST is attributed. */
public interface NetworkFacts {

    /** What is known of a host; empty where it was never seen or the table of hosts was full. */
    Optional<HostFacts> host(IpAddress address);

    /** What is known of a listening endpoint; empty where it never accepted a connection in the capture. */
    Optional<PortFacts> port(Endpoint endpoint);

    /**
     * The connections that a listening endpoint had in use, and what it did when they were many; {@link
     * PortLoad#NOBODY} if unknown.
     */
    PortLoad portLoad(Endpoint endpoint);

    /** Whether the endpoint ever said something to that client; rarely yes though it did not. */
    boolean hasServed(Endpoint endpoint, IpAddress client);
}
