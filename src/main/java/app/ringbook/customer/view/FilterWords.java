package app.ringbook.customer.view;

import app.ringbook.customer.filter.Condition;
import app.ringbook.customer.filter.Filter;
import app.ringbook.customer.filter.Span;
import app.ringbook.platform.ProblemException;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Says a filter in the words of a chip: {@code Next contact: late or this week}. */
final class FilterWords {
  private final Language language;
  private final Formats formats;
  private final ListFields fields;

  FilterWords(Language language, Formats formats, ListFields fields) {
    this.language = language;
    this.formats = formats;
    this.fields = fields;
  }

  /** The filter in the present language. */
  String say(Filter filter) {
    Optional<ConditionForm> form = ConditionForm.of(filter, fields);
    if (form.isPresent()) {
      return language.now(
          "customer.chip.condition", fields.label(form.get().field()), said(form.get()));
    }
    return switch (filter) {
      case Filter.All all -> joined(all.parts(), "customer.chip.and");
      case Filter.Any any ->
          oneField(any.parts()).orElseGet(() -> joined(any.parts(), "customer.chip.or"));
      case Filter.Not not -> language.now("customer.chip.not", say(not.part()));
      case Filter.Where where ->
          language.now("customer.chip.condition", fields.label(where.field()), said(where));
    };
  }

  /** Parts that ask the same field name it once. */
  private Optional<String> oneField(List<Filter> parts) {
    List<ConditionForm> forms =
        parts.stream()
            .map(part -> ConditionForm.of(part, fields))
            .flatMap(Optional::stream)
            .toList();
    if (forms.size() != parts.size()
        || forms.isEmpty()
        || forms.stream().map(ConditionForm::field).distinct().count() != 1) {
      return Optional.empty();
    }
    String said =
        forms.stream()
            .map(this::said)
            .reduce((one, other) -> language.now("customer.chip.or", one, other))
            .orElse("");
    return Optional.of(
        language.now("customer.chip.condition", fields.label(forms.getFirst().field()), said));
  }

  private String joined(List<Filter> parts, String key) {
    return parts.stream()
        .map(this::say)
        .reduce((one, other) -> language.now(key, one, other))
        .orElseGet(() -> language.now("customer.chip.everybody"));
  }

  private String said(ConditionForm form) {
    Object operand =
        switch (form.operator().operand()) {
          case NONE -> "";
          case DAYS -> Integer.parseInt(form.operand());
          case DATE -> formats.day(LocalDate.parse(form.operand()));
          default -> form.operand();
        };
    return form.operator() == Operator.ONE_OF
        ? form.operand()
        : language.now(form.operator().key(), operand);
  }

  /** Conditions that a line of the builder cannot hold. */
  private String said(Filter.Where where) {
    return switch (where.condition()) {
      case Condition.Between between ->
          language.now(
              "customer.chip.between",
              between.least().toPlainString(),
              between.most().toPlainString());
      case Condition.When(Span.Days days) when days.first() != null && days.last() != null ->
          language.now(
              "customer.chip.between",
              formats.day(Objects.requireNonNull(days.first())),
              formats.day(Objects.requireNonNull(days.last())));
      default -> language.now("customer.chip.everybody");
    };
  }

  /** What is wrong, in the present language. */
  String problem(ProblemException problem) {
    return problem.sentence(language.texts());
  }
}
