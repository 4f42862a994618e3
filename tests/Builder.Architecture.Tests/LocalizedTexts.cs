using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Builder.Architecture.Tests;

/// <summary>
/// Finds every <c>Localized</c> of the product: plain literals in the compiled methods, where the compiler has resolved which
/// <c>new("…", "…")</c> is one; texts with inserted values in the source.
/// </summary>
internal static partial class LocalizedTexts
{
    private const string Part = """\$?"(?:[^"\\{]|\\.|\{(?:[^{}"]|"[^"]*")*\})*["]""";

    private const string Parts = $@"{Part}(?:\s*\+\s*{Part})*";

    public static IEnumerable<TextPair> Literals(string assembly)
    {
        using var stream = File.OpenRead(assembly);
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0)
            {
                continue;
            }

            var place = Place(metadata, method);
            foreach (var (en, zh) in Pairs(metadata, Il.Read(file.GetMethodBody(method.RelativeVirtualAddress).GetILReader())))
            {
                yield return new TextPair(place, en, zh);
            }
        }
    }

    public static IEnumerable<TextPair> WithInsertedValues(string sourceFile) =>
        InsertedPair().Matches(Repository.Read(sourceFile))
            .Where(match => match.Value.Contains("$\"", StringComparison.Ordinal))
            .Select(match => new TextPair(sourceFile, Told(match.Groups["en"].Value), Told(match.Groups["zh"].Value)))
            .Where(pair => TextRules.HasWords(pair.En) && (TextRules.HasChinese(pair.En) || TextRules.HasChinese(pair.Zh)));

    private static IEnumerable<(string En, string Zh)> Pairs(MetadataReader metadata, List<Instruction> code)
    {
        for (var i = 2; i < code.Count; i++)
        {
            if (code[i].Code == ILOpCode.Newobj && code[i - 1].Code == ILOpCode.Ldstr && code[i - 2].Code == ILOpCode.Ldstr
                && ConstructedType(metadata, code[i].Token) == "Localized")
            {
                yield return (metadata.Literal(code[i - 2]), metadata.Literal(code[i - 1]));
            }
        }
    }

    private static string? ConstructedType(MetadataReader metadata, int token)
    {
        var handle = MetadataTokens.EntityHandle(token);
        var owner = handle.Kind switch
        {
            HandleKind.MethodDefinition => metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType(),
            HandleKind.MemberReference => metadata.GetMemberReference((MemberReferenceHandle)handle).Parent,
            _ => default,
        };
        return owner.IsNil ? null : owner.Kind switch
        {
            HandleKind.TypeDefinition => metadata.GetString(metadata.GetTypeDefinition((TypeDefinitionHandle)owner).Name),
            HandleKind.TypeReference => metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)owner).Name),
            _ => null,
        };
    }

    private static string Place(MetadataReader metadata, MethodDefinition method)
    {
        var type = metadata.GetTypeDefinition(method.GetDeclaringType());
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(method.Name)}";
    }

    // What is put in has words of its own, other ones for each language: a digit stands for it.
    private static string Told(string parts) => Hole().Replace(Seam().Replace(parts, "").TrimStart('$').Trim('"'), "0");

    // What is joined with a condition is not read: its parts are no sentences.
    [GeneratedRegex($@"(?<![+)]\s*)(?<en>{Parts})\s*,\s*(?<zh>{Parts})(?!\s*\+)")]
    private static partial Regex InsertedPair();

    [GeneratedRegex("""(?<!\\)["]\s*\+\s*\$?["]""")]
    private static partial Regex Seam();

    [GeneratedRegex("""\{(?:[^{}"]|"[^"]*")*\}""")]
    private static partial Regex Hole();
}
