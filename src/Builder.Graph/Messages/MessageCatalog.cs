using System.Collections.Frozen;
using System.Reflection;

namespace Builder.Graph.Messages;

/// <summary>The words of all codes of the product: every static field of the type <see cref="MessageTemplate"/>, or list of them, in its assemblies.</summary>
public static class MessageCatalog
{
    private const string Product = "builder";

    /// <summary>Shown as they are: words that were stored before there were codes.</summary>
    internal static readonly MessageTemplate Verbatim = new("verbatim", "{en}", "{zh}");

    private static readonly MessageTemplate Unknown = new(
        "unknown-message",
        "This was written by another version of Builder, which has words for it; here only its short name is known: {code}.",
        "此说明由其他版本的 Builder 写入，当前版本没有对应的文字，只知道它的代号：{code}。");

    private static readonly Lazy<FrozenDictionary<string, MessageTemplate>> Templates = new(
        () => Assemblies().SelectMany(TemplatesOf).ToFrozenDictionary(template => template.Code, StringComparer.Ordinal), LazyThreadSafetyMode.PublicationOnly);

    // Words that are there already need no search through assemblies: at a start that fails for want of open files, that would fail too.
    internal static Localized WordsOf(Message message) => message.Code == Verbatim.Code ? Verbatim.Fill(message)
        : Templates.Value.TryGetValue(message.Code, out var template) ? template.Fill(message)
        : Unknown.Fill(Unknown.With(("code", message.Code)));

    private static IEnumerable<MessageTemplate> TemplatesOf(Assembly assembly) => assembly.GetTypes()
        .Where(type => !type.ContainsGenericParameters)
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .SelectMany(field => field.FieldType == typeof(MessageTemplate) ? [(MessageTemplate)field.GetValue(null)!]
            : field.FieldType == typeof(IReadOnlyList<MessageTemplate>) ? (IReadOnlyList<MessageTemplate>)field.GetValue(null)!
            : []);

    // What a process can say is what it is linked against; a room that it has not used yet is not loaded.
    private static Dictionary<string, Assembly>.ValueCollection Assemblies()
    {
        var found = new Dictionary<string, Assembly>(StringComparer.Ordinal);
        var open = new Queue<Assembly>(AppDomain.CurrentDomain.GetAssemblies().Where(a => IsOurs(a.GetName())));
        while (open.TryDequeue(out var assembly))
        {
            if (found.TryAdd(assembly.GetName().Name!, assembly))
            {
                foreach (var reference in assembly.GetReferencedAssemblies().Where(IsOurs))
                {
                    open.Enqueue(Assembly.Load(reference));
                }
            }
        }

        return found.Values;
    }

    private static bool IsOurs(AssemblyName name) => name.Name?.StartsWith(Product, StringComparison.OrdinalIgnoreCase) == true;
}
