using System.IO.Compression;
using System.Text.Json;
using Microsoft.ML.Tokenizers;

namespace Builder.Datasets.Tokenizers;

/// <summary>
/// The tokenizers of published models, with their real vocabularies, which travel inside this assembly. Each is made at its first use
/// (about 0.2 s) and shared; they may be used from several threads.
/// </summary>
public static class PublishedVocabularies
{
    /// <summary>Tokens of GPT-2's vocabulary.</summary>
    public const int Gpt2Size = 50_257;

    /// <summary>GPT-2's only special token, which also serves as padding.</summary>
    public const int Gpt2EndOfText = 50_256;

    /// <summary>Tokens of bert-base-uncased's vocabulary.</summary>
    public const int BertSize = 30_522;

    private static readonly Lazy<BpeTokenizer> s_gpt2 = new(LoadGpt2);
    private static readonly Lazy<BertTokenizer> s_bert = new(LoadBert);

    /// <summary>GPT-2's byte pairs.</summary>
    public static BpeTokenizer Gpt2 => s_gpt2.Value;

    /// <summary>The word pieces of bert-base-uncased: small letters without accents.</summary>
    public static BertTokenizer Bert => s_bert.Value;

    internal static Stream Open(string name)
    {
        Stream packed = typeof(PublishedVocabularies).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource \"{name}\" is missing from the assembly.");
        return new GZipStream(packed, CompressionMode.Decompress);
    }

    private static BpeTokenizer LoadGpt2()
    {
        using Stream encoder = Open("gpt2/encoder.json.gz");
        using var merges = new StreamReader(Open("gpt2/vocab.bpe.gz"));
        Dictionary<string, int> vocabulary = JsonSerializer.Deserialize<Dictionary<string, int>>(encoder)!;

        // The first line names the version of the file.
        return BytePairs.Create(vocabulary, merges.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1));
    }

    private static BertTokenizer LoadBert()
    {
        using Stream vocabulary = Open("bert/vocab.txt.gz");
        return BertTokenizer.Create(vocabulary, new BertOptions { Normalizer = new BasicTextNormalizer(lowercase: true) });
    }
}
