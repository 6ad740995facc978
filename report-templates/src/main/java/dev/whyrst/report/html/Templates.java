package dev.whyrst.report.html;

import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/** The templates of the HTML report; everything that they print is escaped unless it is markup already. */
final class Templates {

    /** The whole page. */
    static final String PAGE = "report.ftlh";

    /** One RST. */
    static final String RESET = "reset.ftlh";

    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);

    /** Reads all templates. */
    Templates() throws IOException {
        configuration.setClassForTemplateLoading(Templates.class, "");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setObjectWrapper(new RecordWrapper());
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.getTemplate(PAGE);
        configuration.getTemplate(RESET);
    }

    /**
     * Renders a model.
     *
     * @throws IOException when the writer fails
     */
    void render(String name, Map<String, ?> model, Writer out) throws IOException {
        Template template = configuration.getTemplate(name);
        try {
            template.process(model, out);
        } catch (TemplateException e) {
            throw new IllegalStateException("the template " + name + " does not fit its model", e);
        }
    }
}
