using System.Globalization;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>How a parameter and what has it are called in messages, where that is no block of the catalog.</summary>
/// <param name="Owner">What has the parameter.</param>
/// <param name="Title">The parameter.</param>
public sealed record ParameterNames(MessageArgument Owner, MessageArgument Title)
{
    /// <summary>The names of a block of the catalog and of a parameter of its kind.</summary>
    internal static ParameterNames Of(Block block, Parameter parameter) => new(BlockNames.Name(block), BlockNames.Title(block, parameter));
}

/// <summary>Checks the value of a parameter against its type and range.</summary>
public static class ParameterRules
{
    private static readonly MessageTemplate ListTooLong = new(
        "ListTooLong.parameter",
        "“{parameter}” of “{block}” has {count} values; at most {limit} fit.",
        "“{block}”的“{parameter}”有 {count} 个值，最多 {limit} 个。");

    private static readonly MessageTemplate WrongParameterType = new(
        "WrongParameterType",
        "“{parameter}” ({name}) of “{block}” must be {expected}, not {given}.",
        "“{block}”的“{parameter}”（{name}）应为{expected}，而不是{given}。");

    private static readonly MessageTemplate UnknownChoice = new(
        "UnknownChoice",
        "“{parameter}” ({name}) of “{block}” cannot be “{value}”. It can be: {known}.",
        "“{block}”的“{parameter}”（{name}）不能是“{value}”。可选值：{known}。");

    private static readonly MessageTemplate BeyondRange = new(
        "OutOfRange",
        "“{parameter}” ({name}) of “{block}” is {value:0.##########}, but must be {range}.",
        "“{block}”的“{parameter}”（{name}）为 {value:0.##########}，但必须{range}。");

    private static readonly MessageTemplate MoreThan = new("problem-more-than", "more than {min:0.##########}", "大于 {min:0.##########}");

    private static readonly MessageTemplate AtLeast = new("problem-at-least", "at least {min:0.##########}", "不小于 {min:0.##########}");

    private static readonly MessageTemplate AtMost = new("problem-at-most", "at most {max:0.##########}", "不大于 {max:0.##########}");

    private static readonly MessageTemplate Between = new("problem-between", "{low} and {high}", "{low}，且{high}");

    private static readonly MessageTemplate UseUsualValue = new("fix-use-usual-value", "Use the usual value", "使用默认值");

    private static readonly MessageTemplate WholeNumber = new("problem-whole-number", "a whole number", "整数");

    private static readonly MessageTemplate Number = new("problem-any-number", "a number", "数值");

    private static readonly MessageTemplate TrueOrFalse = new("problem-true-or-false", "true or false", "true 或 false");

    private static readonly MessageTemplate OneOrSeveralWholeNumbers = new(
        "problem-one-or-several-whole-numbers", "a whole number or a list of them", "整数或整数列表");

    private static readonly MessageTemplate WholeNumbers = new("problem-whole-numbers", "a list of whole numbers", "整数列表");

    private static readonly MessageTemplate Numbers = new("problem-numbers", "a list of numbers", "数值列表");

    private static readonly MessageTemplate Names = new("problem-names", "a list of names", "名称列表");

    private static readonly MessageTemplate Text = new("problem-text", "a text", "文本");

    private static readonly MessageTemplate Infinite = new("problem-infinite-number", "an infinite or undefined number", "无穷大或未定义的数");

    private static readonly MessageTemplate Decimals = new("problem-number-with-decimals", "a number with decimals", "小数");

    private static readonly MessageTemplate SuchList = new("problem-such-list", "such a list", "这样的列表");

    /// <summary>What is wrong with the type of a value: never NaN, never infinite, lists not too long, texts whole.</summary>
    /// <param name="block">The block that has it.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its value.</param>
    /// <param name="names">What both are called where the block is none of the catalog.</param>
    public static Problem? OfType(Block block, Parameter parameter, ParameterValue value, ParameterNames? names = null)
    {
        if (value is ParameterValue.List { Items: { IsDefault: false, Length: > DocumentLimits.ListLength } items })
        {
            names ??= ParameterNames.Of(block, parameter);
            return new(
                block.Id,
                ListTooLong.With(("parameter", names.Title), ("block", names.Owner), ("count", items.Length), ("limit", DocumentLimits.ListLength)),
                Reset(block, parameter));
        }

        return TextsIn(value).Select(t => StructureRules.OfText(t, DocumentLimits.TextLength, block.Id)).FirstOrDefault(p => p is not null)
            ?? (Fits(parameter.Type, value) ? null : WrongType(block, parameter, value, names ?? ParameterNames.Of(block, parameter)));
    }

    /// <summary>What is wrong with a value of the right type: outside its range or not among its choices.</summary>
    /// <param name="block">The block that has it.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its value.</param>
    /// <param name="names">What both are called where the block is none of the catalog.</param>
    public static Problem? OfRange(Block block, Parameter parameter, ParameterValue value, ParameterNames? names = null)
    {
        if (IsInRange(parameter, value))
        {
            return null;
        }

        names ??= ParameterNames.Of(block, parameter);
        return value is ParameterValue.Text choice ? NotAChoice(block, parameter, choice.Value, names) : OutOfRange(block, parameter, value, names);
    }

    private static bool IsInRange(Parameter parameter, ParameterValue value) => value is ParameterValue.Text text
        ? parameter.Type != ParameterType.Choice || parameter.Choices.Any(c => c.Value == text.Value)
        : NumbersIn(value).All(n => IsWithin(parameter, n));

    private static bool Fits(ParameterType type, ParameterValue value) => type switch
    {
        ParameterType.Integer => value is ParameterValue.Integer,
        ParameterType.Number => IsNumber(value),
        ParameterType.Flag => value is ParameterValue.Flag,
        ParameterType.Choice or ParameterType.Text or ParameterType.DataSet or ParameterType.Column or ParameterType.Group
            or ParameterType.Score => value is ParameterValue.Text,
        ParameterType.IntegerOrList or ParameterType.IntegerList => value is ParameterValue.Integer || ListOf(value, v => v is ParameterValue.Integer),
        ParameterType.NumberList => IsNumber(value) || ListOf(value, IsNumber),
        ParameterType.Columns or ParameterType.Blocks => value is ParameterValue.Text || ListOf(value, v => v is ParameterValue.Text),
        _ => false,
    };

    private static bool IsNumber(ParameterValue? value) =>
        value is ParameterValue.Integer || (value is ParameterValue.Number real && double.IsFinite(real.Value));

    private static bool ListOf(ParameterValue value, Func<ParameterValue?, bool> fits) =>
        value is ParameterValue.List { Items.IsDefault: false } list && list.Items.All(fits);

    private static IEnumerable<string?> TextsIn(ParameterValue value) => value switch
    {
        ParameterValue.Text text => [text.Value ?? ""],
        ParameterValue.List { Items.IsDefault: false } list => list.Items.OfType<ParameterValue.Text>().Select(t => t.Value ?? ""),
        _ => [],
    };

    private static IEnumerable<double> NumbersIn(ParameterValue value) => value switch
    {
        ParameterValue.Integer whole => [whole.Value],
        ParameterValue.Number real => [real.Value],
        ParameterValue.List list => list.Items.SelectMany(NumbersIn),
        _ => [],
    };

    private static bool IsWithin(Parameter parameter, double number) =>
        (parameter.Min is not { } min || (parameter.MinExclusive ? number > min : number >= min)) && (parameter.Max is not { } max || number <= max);

    private static Problem WrongType(Block block, Parameter parameter, ParameterValue value, ParameterNames names) => new(
        block.Id,
        WrongParameterType.With(
            ("parameter", names.Title), ("name", parameter.Name), ("block", names.Owner), ("expected", Expected(parameter.Type)), ("given", Given(value))),
        Reset(block, parameter));

    private static Problem NotAChoice(Block block, Parameter parameter, string value, ParameterNames names) => new(
        block.Id,
        UnknownChoice.With(
            ("parameter", names.Title), ("name", parameter.Name), ("block", names.Owner), ("value", BlockNames.Short(value)),
            ("known", string.Join(", ", parameter.Choices.Select(c => c.Value)))),
        Nearest(block, parameter, value) ?? Reset(block, parameter));

    private static Problem OutOfRange(Block block, Parameter parameter, ParameterValue value, ParameterNames names) => new(
        block.Id,
        BeyondRange.With(
            ("parameter", names.Title), ("name", parameter.Name), ("block", names.Owner), ("value", NumbersIn(value).First(n => !IsWithin(parameter, n))),
            ("range", Range(parameter))),
        Clamp(block, parameter, value) ?? Reset(block, parameter));

    private static MessageArgument Range(Parameter parameter)
    {
        var low = parameter.Min is not { } min ? null : (parameter.MinExclusive ? MoreThan : AtLeast).With(("min", min));
        var high = parameter.Max is not { } max ? null : AtMost.With(("max", max));
        return low is not null && high is not null ? Between.With(("low", low), ("high", high)) : (low ?? high) is { } only ? only : "";
    }

    private static Fix? Clamp(Block block, Parameter parameter, ParameterValue value)
    {
        var mended = Clamped(parameter, value);
        return !IsInRange(parameter, mended) ? null : new(
            ProblemWords.SetItTo.With(("value", BlockNames.Short(Shown(mended)))), new SetParameter(block.Id, parameter.Name, mended));
    }

    private static ParameterValue Clamped(Parameter parameter, ParameterValue value) => value switch
    {
        ParameterValue.Integer whole => (long)Math.Clamp(whole.Value, parameter.Min ?? long.MinValue, parameter.Max ?? long.MaxValue),
        ParameterValue.Number real => Math.Clamp(real.Value, parameter.Min ?? double.MinValue, parameter.Max ?? double.MaxValue),
        ParameterValue.List list => new ParameterValue.List([.. list.Items.Select(i => Clamped(parameter, i))]),
        _ => value,
    };

    private static string Shown(ParameterValue value) => value switch
    {
        ParameterValue.Integer whole => whole.Value.ToString(CultureInfo.InvariantCulture),
        ParameterValue.Number real => real.Value.ToString("R", CultureInfo.InvariantCulture),
        ParameterValue.List list => string.Join(", ", list.Items.Select(Shown)),
        _ => "",
    };

    private static Fix? Nearest(Block block, Parameter parameter, string value) =>
        NearestName.Of(value, parameter.Choices.Select(c => c.Value)) is not { } near ? null
        : new(ProblemWords.SetItTo.With(("value", near)), new SetParameter(block.Id, parameter.Name, near));

    private static Fix? Reset(Block block, Parameter parameter) => parameter.Default is not { } fallback || IsInRange(parameter, fallback)
        ? new(UseUsualValue.With(), new SetParameter(block.Id, parameter.Name, null))
        : null;

    private static Message Expected(ParameterType type) => type switch
    {
        ParameterType.Integer => WholeNumber.With(),
        ParameterType.Number => Number.With(),
        ParameterType.Flag => TrueOrFalse.With(),
        ParameterType.IntegerOrList => OneOrSeveralWholeNumbers.With(),
        ParameterType.IntegerList => WholeNumbers.With(),
        ParameterType.NumberList => Numbers.With(),
        ParameterType.Columns or ParameterType.Blocks => Names.With(),
        _ => Text.With(),
    };

    private static Message Given(ParameterValue value) => value switch
    {
        ParameterValue.Integer => WholeNumber.With(),
        ParameterValue.Number { Value: var real } when !double.IsFinite(real) => Infinite.With(),
        ParameterValue.Number => Decimals.With(),
        ParameterValue.Flag => TrueOrFalse.With(),
        ParameterValue.Text => Text.With(),
        _ => SuchList.With(),
    };
}
