using FsCheck;
using FsCheck.Fluent;

namespace Builder.Datasets.Tests.Tokenizers;

/// <summary>Texts that tokenizers are tried on.</summary>
internal static class TokenizerTexts
{
    public const string Emoji = "Good 😀 day 👩‍👩‍👧 ❤️!";
    public const string Chinese = "床前明月光，疑是地上霜。\n举头望明月，低头思故乡。𠀀";

    /// <summary>Any well-formed text: letters, marks, controls, Chinese, emoji, pieces of markup.</summary>
    public static Arbitrary<string> WellFormed { get; } = Gen.OneOf(
            Gen.Choose(0x20, 0x7E).Select(code => char.ConvertFromUtf32(code)),
            Gen.Choose(0, 0xD7FF).Select(code => char.ConvertFromUtf32(code)),
            Gen.Choose(0x4E00, 0x4F00).Select(code => char.ConvertFromUtf32(code)),
            Gen.Choose(0x1F600, 0x1F64F).Select(code => char.ConvertFromUtf32(code)),
            Gen.Elements(" ", "  ", "\n", "\r\n", "\t", "\0", "'s", "<pad>", "<unk>", "<|endoftext|>", "##", "e\u0301", "\uFEFF", "\uFFFD"))
        .ArrayOf()
        .Select(string.Concat)
        .ToArbitrary();
}
