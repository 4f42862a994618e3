using System.Globalization;

namespace Builder.Graph.Messages;

/// <summary>What stands in the words of a message: a text, a number, a further message, or a list of texts and messages.</summary>
public readonly struct MessageArgument : IEquatable<MessageArgument>
{
    private readonly object? _value;

    private MessageArgument(object value) => _value = value;

    /// <summary>A <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="Message"/> or list of arguments.</summary>
    public object Value => _value ?? "";

    /// <summary>A text that is the same in every language: a name, a path, code.</summary>
    public static implicit operator MessageArgument(string? text) => new(text ?? "");

    /// <summary>A whole number.</summary>
    public static implicit operator MessageArgument(int number) => new((long)number);

    /// <summary>A whole number.</summary>
    public static implicit operator MessageArgument(long number) => new(number);

    /// <summary>A number; JSON knows no infinity, so one that is not finite is kept as a text.</summary>
    public static implicit operator MessageArgument(double number) =>
        double.IsFinite(number) ? new(number) : new(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Words that differ by language.</summary>
    public static implicit operator MessageArgument(Message message) => new(message);

    /// <summary>Names, one after the other.</summary>
    public static implicit operator MessageArgument(MessageArgument[] items) => new(items);

    /// <summary>Names, one after the other.</summary>
    public static MessageArgument List(IEnumerable<string> items) => new(items.Select(item => (MessageArgument)item).ToArray());

    /// <summary>Messages, one after the other.</summary>
    public static MessageArgument List(IEnumerable<Message> items) => new(items.Select(item => (MessageArgument)item).ToArray());

    /// <inheritdoc/>
    public bool Equals(MessageArgument other) => (Value, other.Value) switch
    {
        (MessageArgument[] mine, MessageArgument[] others) => mine.SequenceEqual(others),
        // A number that was written as 3.0 is read as 3.
        (IConvertible and not string, IConvertible and not string) =>
            Convert.ToDouble(Value, CultureInfo.InvariantCulture).Equals(Convert.ToDouble(other.Value, CultureInfo.InvariantCulture)),
        _ => Value.Equals(other.Value),
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MessageArgument other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value switch
    {
        string text => text.GetHashCode(StringComparison.Ordinal),
        Message message => message.GetHashCode(),
        MessageArgument[] items => items.Length,
        var number => Convert.ToDouble(number, CultureInfo.InvariantCulture).GetHashCode(),
    };

    /// <summary>Whether both say the same.</summary>
    public static bool operator ==(MessageArgument left, MessageArgument right) => left.Equals(right);

    /// <summary>Whether they say different things.</summary>
    public static bool operator !=(MessageArgument left, MessageArgument right) => !left.Equals(right);

    internal MessageArgument Replacing(Func<string, string> replacement) => Value switch
    {
        string text => replacement(text),
        Message message => message.Replacing(replacement),
        MessageArgument[] items => items.Select(item => item.Replacing(replacement)).ToArray(),
        _ => this,
    };
}
