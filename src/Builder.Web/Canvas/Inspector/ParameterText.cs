using System.Globalization;
using Builder.Graph;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;

namespace Builder.Web.Canvas.Inspector;

/// <summary>Values of parameters as people read and type them: "64", "0.001", "3, 5".</summary>
public static class ParameterText
{
    private static readonly char[] s_between = [',', ';', ' ', '×', 'x', '、', '，', '；'];
    private static readonly char[] s_around = ['(', ')', '[', ']', '（', '）', ' '];

    /// <summary>A value as text; empty for none.</summary>
    public static string Format(ParameterValue? value) => value switch
    {
        null => "",
        ParameterValue.Integer whole => whole.Value.ToString(CultureInfo.InvariantCulture),
        ParameterValue.Number real => Real(real.Value),
        ParameterValue.Flag flag => flag.Value ? "true" : "false",
        ParameterValue.Text text => text.Value,
        ParameterValue.List list => string.Join(", ", list.Items.Select(Format)),
        _ => "",
    };

    /// <summary>What was typed as a value; null with no problem where the field is empty, which stands for the default.</summary>
    public static (ParameterValue? Value, Localized? Problem) Parse(Parameter parameter, string typed)
    {
        var text = Narrow(typed).Trim();
        if (parameter.Type == ParameterType.Text)
        {
            return (typed, null);
        }

        if (text.Length == 0)
        {
            return (null, null);
        }

        var (value, problem) = parameter.Type switch
        {
            ParameterType.Integer => Whole(text),
            ParameterType.Number => Real(text),
            ParameterType.IntegerOrList => Wholes(text, singleIsNumber: true),
            ParameterType.IntegerList => Wholes(text, singleIsNumber: false),
            ParameterType.NumberList => Reals(text),
            _ => ((ParameterValue?)text, null),
        };
        return problem is null && !IsWithin(parameter, value!) ? (null, RangeOf(parameter)) : (value, problem);
    }

    /// <summary>The words for the range of a parameter; null where it has none worth telling.</summary>
    public static Localized? RangeOf(Parameter parameter) => parameter is { Min: null, Max: null }
        ? null
        : InspectorTexts.Range(Bound(parameter.Min), Bound(parameter.Max), parameter.MinExclusive);

    private static string Bound(double? bound) =>
        bound is not { } number ? "" : Math.Abs(number) is >= 1e4 and < 1e15 ? number.ToString("#,0.##", CultureInfo.InvariantCulture) : Real(number);

    private static string Real(double number) => Math.Abs(number) is > 1e-7 and < 1e15 or 0
        ? number.ToString("0.#################", CultureInfo.InvariantCulture)
        : number.ToString("0.###############e-0", CultureInfo.InvariantCulture);

    private static (ParameterValue? Value, Localized? Problem) Whole(string text) =>
        long.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? (whole, null)
            : (null, InspectorTexts.WholeNumber);

    private static (ParameterValue? Value, Localized? Problem) Real(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real)
            ? (real, null)
            : (null, InspectorTexts.AnyNumber);

    private static (ParameterValue? Value, Localized? Problem) Wholes(string text, bool singleIsNumber)
    {
        var items = Items(text).Select(i => Whole(i).Value).ToList();
        return items.Count == 0 || items.Contains(null) ? (null, InspectorTexts.WholeNumbers)
            : singleIsNumber && items is [{ } single] ? (single, null)
            : (new ParameterValue.List([.. items.OfType<ParameterValue>()]), null);
    }

    private static (ParameterValue? Value, Localized? Problem) Reals(string text)
    {
        var items = Items(text).Select(i => Real(i).Value).ToList();
        return items.Count == 0 || items.Contains(null) ? (null, InspectorTexts.Numbers) : (new ParameterValue.List([.. items.OfType<ParameterValue>()]), null);
    }

    private static string[] Items(string text) => text.Trim(s_around).Split(s_between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsWithin(Parameter parameter, ParameterValue value) => value switch
    {
        ParameterValue.Integer whole => IsWithin(parameter, whole.Value),
        ParameterValue.Number real => IsWithin(parameter, real.Value),
        ParameterValue.List list => list.Items.All(i => IsWithin(parameter, i)),
        _ => true,
    };

    private static bool IsWithin(Parameter parameter, double number) =>
        (parameter.Min is not { } min || (parameter.MinExclusive ? number > min : number >= min)) && (parameter.Max is not { } max || number <= max);

    /// <summary>Full-width digits and signs, as Chinese keyboards give them, as plain ones.</summary>
    private static string Narrow(string text) => new([.. text.Select(c => c switch
    {
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        '　' => ' ',
        '。' => '.',
        '−' => '-',
        _ => c,
    })]);
}
