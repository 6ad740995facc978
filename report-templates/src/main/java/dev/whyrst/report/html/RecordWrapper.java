package dev.whyrst.report.html;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows templates the components of records and nothing else.
 *
 * <p>FreeMarker's own wrappers look for the properties of every class and at lists of what is forbidden, which takes
 * longer than the page.
 */
final class RecordWrapper implements ObjectWrapper {

    private static final ClassValue<Map<String, Method>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            Map<String, Method> accessors = new HashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                accessors.put(component.getName(), component.getAccessor());
            }
            return accessors;
        }
    };

    @Override
    public TemplateModel wrap(Object value) throws TemplateModelException {
        if (value == null || value instanceof TemplateModel) {
            return (TemplateModel) value;
        } else if (value instanceof String text) {
            return new SimpleScalar(text);
        } else if (value instanceof Number number) {
            return new SimpleNumber(number);
        } else if (value instanceof Boolean truth) {
            return truth ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
        } else if (value instanceof List<?> items) {
            return new Items(items, this);
        } else if (value instanceof Map<?, ?> names) {
            return new Names(names, this);
        } else if (value instanceof Record record) {
            return new Components(record, this);
        }
        throw new TemplateModelException("no model for " + value.getClass());
    }

    private record Items(List<?> items, RecordWrapper wrapper) implements TemplateSequenceModel {

        @Override
        public TemplateModel get(int index) throws TemplateModelException {
            return wrapper.wrap(items.get(index));
        }

        @Override
        public int size() {
            return items.size();
        }
    }

    private record Names(Map<?, ?> names, RecordWrapper wrapper) implements TemplateHashModel {

        @Override
        public TemplateModel get(String key) throws TemplateModelException {
            return wrapper.wrap(names.get(key));
        }

        @Override
        public boolean isEmpty() {
            return names.isEmpty();
        }
    }

    private record Components(Record of, RecordWrapper wrapper) implements TemplateHashModel {

        @Override
        public TemplateModel get(String key) throws TemplateModelException {
            Method accessor = COMPONENTS.get(of.getClass()).get(key);
            if (accessor == null) {
                return null;
            }
            try {
                return wrapper.wrap(accessor.invoke(of));
            } catch (ReflectiveOperationException e) {
                throw new TemplateModelException(e);
            }
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }
}
