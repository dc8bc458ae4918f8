package app.ringbook.customer.fields;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.config.OperatorDictionaryIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.AverageFunction;
import com.ezylang.evalex.functions.basic.CeilingFunction;
import com.ezylang.evalex.functions.basic.CoalesceFunction;
import com.ezylang.evalex.functions.basic.FloorFunction;
import com.ezylang.evalex.functions.basic.IfFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.functions.basic.NotFunction;
import com.ezylang.evalex.functions.basic.RoundFunction;
import com.ezylang.evalex.functions.basic.SumFunction;
import com.ezylang.evalex.functions.string.StringContains;
import com.ezylang.evalex.functions.string.StringEndsWithFunction;
import com.ezylang.evalex.functions.string.StringLeftFunction;
import com.ezylang.evalex.functions.string.StringLengthFunction;
import com.ezylang.evalex.functions.string.StringLowerFunction;
import com.ezylang.evalex.functions.string.StringRightFunction;
import com.ezylang.evalex.functions.string.StringStartsWithFunction;
import com.ezylang.evalex.functions.string.StringTrimFunction;
import com.ezylang.evalex.functions.string.StringUpperFunction;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixModuloOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixPlusOperator;
import com.ezylang.evalex.operators.booleans.InfixAndOperator;
import com.ezylang.evalex.operators.booleans.InfixEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterOperator;
import com.ezylang.evalex.operators.booleans.InfixLessEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixLessOperator;
import com.ezylang.evalex.operators.booleans.InfixNotEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixOrOperator;
import com.ezylang.evalex.operators.booleans.PrefixNotOperator;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/**
 * What may stand in a formula. Named one by one: what is left out (powers, factorials, patterns,
 * formats, random numbers) could be made to take for ever, or gives another answer each time.
 */
final class FormulaWords {
  private static final ExpressionConfiguration CONFIGURATION =
      ExpressionConfiguration.builder()
          .functionDictionary(functions())
          .operatorDictionary(operators())
          .mathContext(new MathContext(34, RoundingMode.HALF_UP))
          .arraysAllowed(false)
          .structuresAllowed(false)
          .binaryAllowed(false)
          .implicitMultiplicationAllowed(false)
          .singleQuoteStringLiteralsAllowed(false)
          .defaultConstants(
              Map.of(
                  "TRUE", EvaluationValue.TRUE,
                  "FALSE", EvaluationValue.FALSE,
                  "NULL", EvaluationValue.NULL_VALUE))
          .maxRecursionDepth(100)
          .zoneId(ZoneOffset.UTC)
          .locale(Locale.ROOT)
          .build();

  private FormulaWords() {}

  static ExpressionConfiguration configuration() {
    return CONFIGURATION;
  }

  private static FunctionDictionaryIfc functions() {
    MapBasedFunctionDictionary words = new MapBasedFunctionDictionary();
    words.addFunction("ABS", new AbsFunction());
    words.addFunction("AVERAGE", new AverageFunction());
    words.addFunction("CEILING", new CeilingFunction());
    words.addFunction("COALESCE", new CoalesceFunction());
    words.addFunction("FLOOR", new FloorFunction());
    words.addFunction("IF", new IfFunction());
    words.addFunction("MAX", new MaxFunction());
    words.addFunction("MIN", new MinFunction());
    words.addFunction("NOT", new NotFunction());
    words.addFunction("ROUND", new RoundFunction());
    words.addFunction("SUM", new SumFunction());
    words.addFunction("CONTAINS", new StringContains());
    words.addFunction("ENDS", new StringEndsWithFunction());
    words.addFunction("STARTS", new StringStartsWithFunction());
    words.addFunction("LEFT", new StringLeftFunction());
    words.addFunction("RIGHT", new StringRightFunction());
    words.addFunction("LENGTH", new StringLengthFunction());
    words.addFunction("LOWER", new StringLowerFunction());
    words.addFunction("UPPER", new StringUpperFunction());
    words.addFunction("TRIM", new StringTrimFunction());
    words.addFunction("DAYS", new DaysFunction());
    return words;
  }

  private static OperatorDictionaryIfc operators() {
    MapBasedOperatorDictionary words = new MapBasedOperatorDictionary();
    words.addOperator("+", new PrefixPlusOperator());
    words.addOperator("-", new PrefixMinusOperator());
    words.addOperator("+", new InfixPlusOperator());
    words.addOperator("-", new InfixMinusOperator());
    words.addOperator("*", new InfixMultiplicationOperator());
    words.addOperator("/", new InfixDivisionOperator());
    words.addOperator("%", new InfixModuloOperator());
    words.addOperator("=", new InfixEqualsOperator());
    words.addOperator("==", new InfixEqualsOperator());
    words.addOperator("!=", new InfixNotEqualsOperator());
    words.addOperator("<>", new InfixNotEqualsOperator());
    words.addOperator(">", new InfixGreaterOperator());
    words.addOperator(">=", new InfixGreaterEqualsOperator());
    words.addOperator("<", new InfixLessOperator());
    words.addOperator("<=", new InfixLessEqualsOperator());
    words.addOperator("&&", new InfixAndOperator());
    words.addOperator("||", new InfixOrOperator());
    words.addOperator("!", new PrefixNotOperator());
    return words;
  }

  /** Whole days from the second day to the first. */
  @FunctionParameter(name = "later")
  @FunctionParameter(name = "earlier")
  static final class DaysFunction extends AbstractFunction {
    @Override
    public EvaluationValue evaluate(
        Expression expression, Token token, EvaluationValue... parameters) {
      Duration between =
          Duration.between(parameters[1].getDateTimeValue(), parameters[0].getDateTimeValue());
      return EvaluationValue.numberValue(BigDecimal.valueOf(between.toDays()));
    }
  }
}
