package dev.whyrst.cli;

import dev.whyrst.cli.settings.Suggestion;
import dev.whyrst.cli.settings.UsageException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shells for which there is a script that completes what users type; made from the tables of commands and options. */
enum Shell {
    BASH {
        @Override
        String script() {
            StringBuilder text = new StringBuilder(4096);
            text.append("# Completes whyrst in bash: source <(whyrst completion bash)\n_whyrst() {\n");
            text.append("    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=\n");
            text.append("    COMPREPLY=()\n    if [ \"$COMP_CWORD\" -eq 1 ]; then\n");
            text.append("        words='").append(topWords()).append("'\n    else\n        case $before in\n");
            for (Option option : Option.values()) {
                if (option.takesParameter()) {
                    text.append("            ")
                            .append(String.join("|", option.names()))
                            .append(") words='");
                    text.append(String.join(" ", Choices.of(option))).append("' ;;\n");
                }
            }
            text.append("            *) case ${COMP_WORDS[1]}:$word in\n");
            for (Command command : commands()) {
                String options = command.options().stream()
                        .flatMap(option -> option.names().stream())
                        .collect(Collectors.joining(" "));
                text.append("                ").append(command.word()).append(":-*) words='");
                text.append(options).append("' ;;\n");
                text.append("                ").append(command.word()).append(":*) words='");
                text.append(String.join(" ", Choices.of(command))).append("' ;;\n");
            }
            text.append("            esac ;;\n        esac\n    fi\n");
            text.append("    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n}\n");
            // Where no word fits, the names of files do.
            return text.append("complete -o bashdefault -o default -F _whyrst whyrst\n")
                    .toString();
        }
    },
    ZSH {
        @Override
        String script() {
            StringBuilder text = new StringBuilder(8192);
            text.append("#compdef whyrst\n# Completes whyrst in zsh: source <(whyrst completion zsh)\n_whyrst() {\n");
            text.append("  if (( CURRENT == 2 )); then\n    local -a commands=(\n");
            for (Command command : commands()) {
                text.append("      ")
                        .append(quoted(command.word() + ":" + command.description()))
                        .append('\n');
            }
            text.append("    )\n    _describe command commands\n    return\n  fi\n");
            text.append("  local command=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $command in\n");
            for (Command command : commands()) {
                text.append("    ").append(command.word()).append(") _arguments");
                command.options().forEach(option -> text.append(" \\\n      ").append(zshOption(option)));
                if (command.maxOperands() > 0) {
                    text.append(" \\\n      ").append(quoted("*:" + command.operand() + ":" + zshOperands(command)));
                }
                text.append(" ;;\n");
            }
            text.append("  esac\n}\n");
            return text.append(
                            "if [[ $funcstack[1] == _whyrst ]]; then _whyrst \"$@\"; else compdef _whyrst whyrst; fi\n")
                    .toString();
        }
    },
    FISH {
        @Override
        String script() {
            StringBuilder text = new StringBuilder(8192);
            text.append("# Completes whyrst in fish: whyrst completion fish | source\ncomplete -c whyrst -f\n");
            for (Command command : commands()) {
                text.append("complete -c whyrst -n __fish_use_subcommand -a ").append(command.word());
                text.append(" -d ").append(fishQuoted(command.description())).append('\n');
            }
            for (Command command : commands()) {
                String when = "complete -c whyrst -n '__fish_seen_subcommand_from " + command.word() + "'";
                command.options()
                        .forEach(option ->
                                text.append(when).append(fishOption(option)).append('\n'));
                List<String> words = Choices.of(command);
                if (!words.isEmpty()) {
                    text.append(when)
                            .append(" -a '")
                            .append(String.join(" ", words))
                            .append("'\n");
                }
                if (command.maxOperands() > 0 && (words.isEmpty() || command == Command.EXPLAIN)) {
                    text.append(when).append(" -F\n");
                }
            }
            return text.toString();
        }
    };

    /** What the shell is to read. */
    abstract String script();

    /**
     * The shell of that name.
     *
     * @throws UsageException when there is none
     */
    static Shell of(String word) {
        for (Shell shell : values()) {
            if (shell.name().equalsIgnoreCase(word)) {
                return shell;
            }
        }
        List<String> words = Choices.of(Command.COMPLETION);
        throw new UsageException("completion is for " + String.join(", ", words) + ", not '" + word + "'"
                + Suggestion.of(word.toLowerCase(Locale.ROOT), words));
    }

    private static List<Command> commands() {
        return Stream.of(Command.values())
                .filter(command -> command != Command.NONE)
                .toList();
    }

    private static String topWords() {
        return Stream.concat(
                        Choices.commands().stream(),
                        Command.NONE.options().stream().flatMap(option -> option.names().stream()))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String fishQuoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** An argument of zsh's {@code _arguments}: names that exclude each other, description, value. */
    private static String zshOption(Option option) {
        String description = option.description().replaceAll("([\\[\\]:\\\\])", "\\\\$1");
        String value = !option.takesParameter() ? "" : ":" + option.parameter() + ":" + zshValues(option);
        String rest = quoted("[" + description + "]" + value);
        return option.names().size() == 1
                ? option.longName() + rest
                : "'(" + String.join(" ", option.names()) + ")'{" + String.join(",", option.names()) + "}" + rest;
    }

    private static String zshValues(Option option) {
        List<String> words = Choices.of(option);
        if (!words.isEmpty() && !option.parameter().equals("FILE")) {
            return "(" + String.join(" ", words) + ")";
        }
        return switch (option.parameter()) {
            case "FILE" -> "_files";
            case "DIR" -> "_files -/";
            default -> " ";
        };
    }

    private static String zshOperands(Command command) {
        List<String> words = Choices.of(command);
        return words.isEmpty() ? "_files" : "(" + String.join(" ", words) + ")";
    }

    private static String fishOption(Option option) {
        StringBuilder text = new StringBuilder();
        for (String name : option.names()) {
            text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        List<String> words = Choices.of(option);
        if (!words.isEmpty()) {
            text.append(option.parameter().equals("FILE") ? " -r -F" : " -x");
            text.append(" -a '").append(String.join(" ", words)).append('\'');
        } else if (option.takesParameter()) {
            text.append(
                    switch (option.parameter()) {
                        case "FILE" -> " -r -F";
                        case "DIR" -> " -x -a '(__fish_complete_directories)'";
                        default -> " -x";
                    });
        }
        return text.append(" -d ").append(fishQuoted(option.description())).toString();
    }
}
