using Builder.Graph.Problems;

namespace Builder.Graph.Tests.Catalog;

/// <summary>The common form of the tests of shape rules; each family brings its own data.</summary>
public abstract class ShapeRuleTests
{
    /// <summary>The output shape must be this, without any problem.</summary>
    protected static void AssertShape(string kind, string input, string parameters, string output)
    {
        var result = ShapeCase.Of(kind, input, parameters).Infer();
        Assert.Empty(result.Problems);
        Assert.Equal(output, Assert.Single(result.Outputs).ToString());
    }

    /// <summary>There must be this one problem, naming these words, and its fix must mend it. Null words: there is no fix.</summary>
    protected static void AssertProblem(string kind, string input, string parameters, string code, string words, string? fix)
    {
        var shapeCase = ShapeCase.Of(kind, input, parameters);
        var problem = shapeCase.Problem(code);
        Assert.Contains(words, problem.Message.Words.En, StringComparison.Ordinal);
        Assert.Equal(Severity.Error, problem.Severity);
        Assert.Empty(shapeCase.Infer().Outputs);
        Assert.Equal(fix, problem.Fix?.Title.Words.En);
        if (problem.Fix is not null)
        {
            var after = shapeCase.After(problem.Fix);
            Assert.DoesNotContain(after.Problems, p => p.Severity == Severity.Error);
            Assert.NotEmpty(after.Outputs);
        }
    }
}
