using FsCheck;

namespace Builder.Datasets.Tests.Tokenizers;

internal static class PropertyChecks
{
    /// <summary>Tries the property on a hundred cases; a counterexample, made as small as it can be, fails the test.</summary>
    public static void QuickCheckThrowOnFailure(this Property property) => Check.QuickThrowOnFailure(property);
}
