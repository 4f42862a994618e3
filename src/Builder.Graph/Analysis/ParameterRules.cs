using System.Globalization;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>Checks the value of a parameter against its type and range.</summary>
public static class ParameterRules
{
    /// <summary>What is wrong with the type of a value: never NaN, never infinite, lists not too long, texts whole.</summary>
    public static Problem? OfType(Block block, Parameter parameter, ParameterValue value)
    {
        if (value is ParameterValue.List { Items: { IsDefault: false, Length: > DocumentLimits.ListLength } items })
        {
            return new("ListTooLong", block.Id, new(
                $"“{parameter.Title.En}” of “{BlockNames.Name(block).En}” has {items.Length} values; at most {DocumentLimits.ListLength} fit.",
                $"“{BlockNames.Name(block).Zh}”的“{parameter.Title.Zh}”有 {items.Length} 个值，最多 {DocumentLimits.ListLength} 个。"), Reset(block, parameter));
        }

        return Texts(value).Select(t => StructureRules.OfText(t, DocumentLimits.TextLength, block.Id)).FirstOrDefault(p => p is not null)
            ?? (Fits(parameter.Type, value) ? null : WrongType(block, parameter, value));
    }

    /// <summary>What is wrong with a value of the right type: outside its range or not among its choices.</summary>
    public static Problem? OfRange(Block block, Parameter parameter, ParameterValue value)
    {
        if (IsInRange(parameter, value))
        {
            return null;
        }

        return value is ParameterValue.Text choice ? NotAChoice(block, parameter, choice.Value) : OutOfRange(block, parameter, value);
    }

    private static bool IsInRange(Parameter parameter, ParameterValue value) => value is ParameterValue.Text text
        ? parameter.Type != ParameterType.Choice || parameter.Choices.Any(c => c.Value == text.Value)
        : Numbers(value).All(n => IsWithin(parameter, n));

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

    private static IEnumerable<string?> Texts(ParameterValue value) => value switch
    {
        ParameterValue.Text text => [text.Value ?? ""],
        ParameterValue.List { Items.IsDefault: false } list => list.Items.OfType<ParameterValue.Text>().Select(t => t.Value ?? ""),
        _ => [],
    };

    private static IEnumerable<double> Numbers(ParameterValue value) => value switch
    {
        ParameterValue.Integer whole => [whole.Value],
        ParameterValue.Number real => [real.Value],
        ParameterValue.List list => list.Items.SelectMany(Numbers),
        _ => [],
    };

    private static bool IsWithin(Parameter parameter, double number) =>
        (parameter.Min is not { } min || (parameter.MinExclusive ? number > min : number >= min)) && (parameter.Max is not { } max || number <= max);

    private static Problem WrongType(Block block, Parameter parameter, ParameterValue value) => new("WrongParameterType", block.Id, new(
        $"“{parameter.Title.En}” ({parameter.Name}) of “{BlockNames.Name(block).En}” must be {Expected(parameter.Type).En}, not {Given(value).En}.",
        $"“{BlockNames.Name(block).Zh}”的“{parameter.Title.Zh}”（{parameter.Name}）应为{Expected(parameter.Type).Zh}，而不是{Given(value).Zh}。"),
        Reset(block, parameter));

    private static Problem NotAChoice(Block block, Parameter parameter, string value)
    {
        var known = string.Join(", ", parameter.Choices.Select(c => c.Value));
        return new("UnknownChoice", block.Id, new(
            $"“{parameter.Title.En}” ({parameter.Name}) of “{BlockNames.Name(block).En}” cannot be “{BlockNames.Short(value)}”. It can be: {known}.",
            $"“{BlockNames.Name(block).Zh}”的“{parameter.Title.Zh}”（{parameter.Name}）不能是“{BlockNames.Short(value)}”。可选值：{known}。"),
            Nearest(block, parameter, value) ?? Reset(block, parameter));
    }

    private static Problem OutOfRange(Block block, Parameter parameter, ParameterValue value)
    {
        var (low, high) = Range(parameter);
        var bad = Text(Numbers(value).First(n => !IsWithin(parameter, n)));
        return new("OutOfRange", block.Id, new(
            $"“{parameter.Title.En}” ({parameter.Name}) of “{BlockNames.Name(block).En}” is {bad}, but must be {Join(low.En, high.En, " and ")}.",
            $"“{BlockNames.Name(block).Zh}”的“{parameter.Title.Zh}”（{parameter.Name}）为 {bad}，但必须{Join(low.Zh, high.Zh, "，且")}。"),
            Clamp(block, parameter, value) ?? Reset(block, parameter));
    }

    private static (Localized Low, Localized High) Range(Parameter parameter)
    {
        var none = Localized.Same("");
        var low = parameter.Min is not { } min ? none
            : parameter.MinExclusive ? new($"more than {Text(min)}", $"大于 {Text(min)}") : new Localized($"at least {Text(min)}", $"不小于 {Text(min)}");
        return (low, parameter.Max is not { } max ? none : new($"at most {Text(max)}", $"不大于 {Text(max)}"));
    }

    private static string Join(string low, string high, string and) => low.Length > 0 && high.Length > 0 ? low + and + high : low + high;

    private static string Text(double number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    private static Fix? Clamp(Block block, Parameter parameter, ParameterValue value)
    {
        var mended = Clamped(parameter, value);
        return !IsInRange(parameter, mended) ? null : new(
            new($"Set it to {BlockNames.Short(Shown(mended))}", $"设为 {BlockNames.Short(Shown(mended))}"), new SetParameter(block.Id, parameter.Name, mended));
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
        : new(new($"Set it to {near}", $"设为 {near}"), new SetParameter(block.Id, parameter.Name, near));

    private static Fix? Reset(Block block, Parameter parameter) => parameter.Default is not { } fallback || IsInRange(parameter, fallback)
        ? new(new("Use the usual value", "使用默认值"), new SetParameter(block.Id, parameter.Name, null))
        : null;

    private static Localized Expected(ParameterType type) => type switch
    {
        ParameterType.Integer => new("a whole number", "整数"),
        ParameterType.Number => new("a number", "数值"),
        ParameterType.Flag => new("true or false", "true 或 false"),
        ParameterType.IntegerOrList => new("a whole number or a list of them", "整数或整数列表"),
        ParameterType.IntegerList => new("a list of whole numbers", "整数列表"),
        ParameterType.NumberList => new("a list of numbers", "数值列表"),
        ParameterType.Columns or ParameterType.Blocks => new("a list of names", "名称列表"),
        _ => new("a text", "文本"),
    };

    private static Localized Given(ParameterValue value) => value switch
    {
        ParameterValue.Integer => new("a whole number", "整数"),
        ParameterValue.Number { Value: var real } when !double.IsFinite(real) => new("an infinite or undefined number", "无穷大或未定义的数"),
        ParameterValue.Number => new("a number with decimals", "小数"),
        ParameterValue.Flag => new("true or false", "true 或 false"),
        ParameterValue.Text => new("a text", "文本"),
        _ => new("such a list", "这样的列表"),
    };
}
