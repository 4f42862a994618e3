using System.CommandLine;
using System.Globalization;
using Builder.Graph;
using Builder.Runner.Console;
using Builder.Training.Runs;

namespace Builder.Runner.Commands;

/// <summary>An option that says in both languages why it cannot take a value: an error of the library has one language only.</summary>
internal interface IValueOption
{
    /// <summary>Why a value does not fit.</summary>
    Localized Misfit(string text);
}

/// <summary>Options with one value; a value that does not fit is told in plain words.</summary>
internal static class ValueOption
{
    private static readonly Localized Positive = new("a whole number of at least 1", "不小于 1 的整数");
    private static readonly Localized Whole = new("a whole number", "整数");
    private static readonly Localized WholeFromZero = new("a whole number of at least 0", "不小于 0 的整数");
    private static readonly Localized RealFromZero = new("a number of at least 0", "不小于 0 的数值");
    private static readonly Localized Place = new("auto, cpu or cuda", " auto、cpu 或 cuda");

    private delegate bool Reader<T>(string text, out T value);

    /// <summary>A whole number of at least 1; null where it is left out.</summary>
    public static Option<int?> Count(string name, string sign, Localized help) => Create<int?>(name, sign, help, Positive, Optional(IsCount));

    /// <summary>A whole number from 1 to <paramref name="most"/>; null where it is left out.</summary>
    public static Option<int?> Count(string name, string sign, Localized help, int most) => Create<int?>(
        name, sign, help, new($"a whole number from 1 to {most}", $" 1 到 {most} 之间的整数"),
        Optional((string text, out int value) => IsCount(text, out value) && value <= most));

    /// <summary>A whole number of at least 1; <paramref name="standard"/> where it is left out.</summary>
    public static Option<int> CountOr(int standard, string name, string sign, Localized help) =>
        Create<int>(name, sign, help, Positive, IsCount, standard);

    /// <summary>A whole number; null where it is left out.</summary>
    public static Option<int?> Integer(string name, string sign, Localized help) => Create<int?>(name, sign, help, Whole, Optional(IsInteger));

    /// <summary>A whole number.</summary>
    public static Option<int> Integer(string name, string sign, Localized help, int standard) =>
        Create<int>(name, sign, help, Whole, IsInteger, standard);

    /// <summary>A whole number of at least 0.</summary>
    public static Option<int> IntegerFromZero(string name, string sign, Localized help, int standard) => Create<int>(
        name, sign, help, WholeFromZero, (string text, out int value) => IsInteger(text, out value) && value >= 0, standard);

    /// <summary>A finite number of at least 0.</summary>
    public static Option<double> NumberFromZero(string name, string sign, Localized help, double standard) => Create<double>(
        name, sign, help, RealFromZero, (string text, out double value) => IsNumber(text, out value) && value >= 0, standard);

    /// <summary>--device; <see cref="DeviceChoice.Auto"/> where it is left out.</summary>
    public static Option<DeviceChoice> Device(Localized help) => Create<DeviceChoice>("--device", "auto|cpu|cuda", help, Place, IsDevice);

    private static Option<T> Create<T>(string name, string sign, Localized help, Localized needs, Reader<T> read, T standard)
    {
        var option = Create(name, sign, help, needs, read);
        option.DefaultValueFactory = _ => standard;
        return option;
    }

    private static Option<T> Create<T>(string name, string sign, Localized help, Localized needs, Reader<T> read) => new Described<T>(name, needs)
    {
        Description = ConsoleLocalizer.In(help),
        HelpName = sign,
        CustomParser = given =>
        {
            var text = given.Tokens[0].Value;
            if (!read(text, out var value))
            {
                given.AddError(Misfit(name, needs, text).En);
            }

            return value;
        },
    };

    private static Localized Misfit(string name, Localized needs, string text) =>
        new($"{name} needs {needs.En}, but “{text}” is not.", $"{name} 需要{needs.Zh}，但给出的是“{text}”。");

    private static Reader<int?> Optional(Reader<int> read) => (string text, out int? value) =>
    {
        var isRead = read(text, out var number);
        value = isRead ? number : null;
        return isRead;
    };

    private static bool IsInteger(string text, out int value) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);

    private static bool IsCount(string text, out int value) => IsInteger(text, out value) && value > 0;

    private static bool IsNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private static bool IsDevice(string text, out DeviceChoice value) =>
        Enum.TryParse(text, ignoreCase: true, out value) && Enum.GetNames<DeviceChoice>().Contains(text, StringComparer.OrdinalIgnoreCase);

    private sealed class Described<T>(string name, Localized needs) : Option<T>(name), IValueOption
    {
        public Localized Misfit(string text) => ValueOption.Misfit(Name, needs, text);
    }
}
