using static Builder.ReadyProjects.Tests.TrainedProjects;

namespace Builder.ReadyProjects.Tests;

/// <summary>The ready projects of tables, trained fully as a new user would, reach what their READMEs promise on rows that they have never seen.</summary>
public sealed class TableScores(TrainedProjects projects)
{
    [Fact]
    [Trait("project", "iris")]
    public void Iris_names_the_species() => AtLeast(0.93, projects.Test("iris", "accuracy"));

    [Fact]
    [Trait("project", "breast-cancer")]
    public void Breast_cancer_finds_the_malignant_samples()
    {
        AtLeast(0.95, projects.Test("breast-cancer", "accuracy"));
        AtLeast(0.99, projects.Test("breast-cancer", "rocAuc"));
    }

    [Fact]
    [Trait("project", "concrete")]
    public void Concrete_tells_the_strength_with_an_error_in_megapascals()
    {
        AtLeast(0.85, projects.Test("concrete", "r2"));
        Assert.InRange(projects.Test("concrete", "mae"), 0.5, 6);
        Assert.Contains("MPa", projects["concrete"].GetProperty("units").GetRawText(), StringComparison.Ordinal);
    }
}
