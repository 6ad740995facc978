package dev.whyrst.cli;

import java.util.List;

/** What people type most, for the help: a line for each, without the name of the program. */
final class CommandExamples {

    private CommandExamples() {}

    static List<String> of(Command command) {
        return switch (command) {
            case NONE ->
                List.of(
                        "analyze trace.pcap",
                        "explain trace.pcap:17",
                        "check trace.pcap --policy strict",
                        "how-to-capture docker");
            case ANALYZE ->
                List.of(
                        "analyze trace.pcap",
                        "analyze ring.pcap* --since 2026-11-20T15:01:00Z",
                        "analyze trace.pcap --filter 'tcp port 443' --find orders.example.com",
                        "analyze client.pcap --peer-capture server.pcap --out report");
            case CHECK ->
                List.of(
                        "check trace.pcap --policy strict",
                        "check trace.pcap --policy policy.yaml --results junit,sarif",
                        "check trace.pcap --baseline yesterday/report.json",
                        "check trace.pcap --init > policy.yaml");
            case DIFF -> List.of("diff yesterday/report.json today/report.json");
            case EXPLAIN -> List.of("explain", "explain keep-alive-race", "explain trace.pcap:17");
            case CONFIG -> List.of("config trace.pcap", "config trace.pcap --config whyrst.yaml");
            case HOW_TO_CAPTURE -> List.of("how-to-capture", "how-to-capture kubernetes");
            case COMPLETION -> List.of("completion bash > ~/.local/share/bash-completion/completions/whyrst");
            case HELP -> List.of("help analyze", "help man > whyrst.1");
        };
    }
}
