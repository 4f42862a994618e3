using System.Text.RegularExpressions;

namespace Builder.Storage.Publishing;

/// <summary>
/// Names of published models: a part of an address that can be read out and typed on a telephone, and that stands in it as it is (the unreserved
/// characters of RFC 3986, without capitals).
/// </summary>
public static partial class ModelName
{
    /// <summary>Characters that a name has at most.</summary>
    public const int Longest = 60;

    private const string Usual = "model";

    // The letters of Western European languages: without ICU's tables the runtime takes no accents off.
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿ";
    private const string Plain = "aaaaaaceeeeiiiinoooooouuuuyy";

    /// <summary>True for a name: small letters, digits and single hyphens between them.</summary>
    public static bool IsValid(string? name) => name is { Length: > 0 and <= Longest } && Whole().IsMatch(name);

    /// <summary>The name that fits a title best: "Iris flowers" becomes "iris-flowers". "model" where nothing of the title can stand in a name, as in Chinese.</summary>
    public static string From(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var letters = title.ToLowerInvariant().Select(c => Accented.IndexOf(c) is >= 0 and var place ? Plain[place] : c);
        var name = Others().Replace(string.Concat(letters), "-").Trim('-');
        name = (name.Length > Longest ? name[..Longest] : name).Trim('-');
        return name.Length > 0 ? name : Usual;
    }

    /// <summary>A name with a number behind it.</summary>
    internal static string Numbered(string name, int number)
    {
        var end = FormattableString.Invariant($"-{number}");
        return (name.Length + end.Length > Longest ? name[..(Longest - end.Length)].TrimEnd('-') : name) + end;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z")]
    private static partial Regex Whole();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Others();
}
