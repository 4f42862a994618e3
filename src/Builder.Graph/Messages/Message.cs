using System.Text.Json.Serialization;

namespace Builder.Graph.Messages;

/// <summary>
/// Something to be said to a person, as it is stored and sent: a code, and what is to stand in its words. The words are chosen where they are
/// shown, from <see cref="MessageCatalog"/>, so that neither a better wording nor a further language needs old data to be changed.
/// </summary>
[JsonConverter(typeof(MessageJsonConverter))]
public sealed class Message : IEquatable<Message>
{
    private const char Variant = '.';

    /// <summary>A message. <see cref="MessageTemplate.With"/> is the way to make one whose arguments fit its words.</summary>
    /// <param name="code">The code of its template, such as "table-binary.line".</param>
    /// <param name="arguments">What stands in the words, by name.</param>
    public Message(string code, IEnumerable<KeyValuePair<string, MessageArgument>> arguments)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        ArgumentNullException.ThrowIfNull(arguments);
        Code = code;
        var sorted = new SortedDictionary<string, MessageArgument>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
        {
            sorted[name] = value;
        }

        Arguments = sorted;
    }

    /// <summary>The code of its template.</summary>
    public string Code { get; }

    /// <summary>The code without what tells several wordings of one reason apart: "table-binary" for "table-binary.line".</summary>
    public string Kind => Code.IndexOf(Variant, StringComparison.Ordinal) is > 0 and var end ? Code[..end] : Code;

    /// <summary>What stands in the words, by name.</summary>
    public IReadOnlyDictionary<string, MessageArgument> Arguments { get; }

    /// <summary>The words in every language.</summary>
    public Localized Words => MessageCatalog.WordsOf(this);

    /// <summary>Words that were written before there were codes, or that come from elsewhere: they are shown as they are.</summary>
    public static Message Verbatim(Localized words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return MessageCatalog.Verbatim.With(("en", words.En), ("zh", words.Zh));
    }

    /// <summary>The same message with every text in it replaced, those of inner messages too.</summary>
    public Message Replacing(Func<string, string> replacement) =>
        new(Code, Arguments.Select(argument => KeyValuePair.Create(argument.Key, argument.Value.Replacing(replacement))));

    /// <inheritdoc/>
    public bool Equals(Message? other) => ReferenceEquals(this, other)
        || (other is not null && Code == other.Code && Arguments.Count == other.Arguments.Count
            && Arguments.Zip(other.Arguments).All(pair => pair.First.Key == pair.Second.Key && pair.First.Value == pair.Second.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Message);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Arguments.Aggregate(Code.GetHashCode(StringComparison.Ordinal), (hash, argument) => HashCode.Combine(hash, argument.Value));

    /// <summary>Whether both say the same.</summary>
    public static bool operator ==(Message? left, Message? right) => Equals(left, right);

    /// <summary>Whether they say different things.</summary>
    public static bool operator !=(Message? left, Message? right) => !Equals(left, right);

    /// <inheritdoc/>
    public override string ToString() => Words.En;
}
