namespace Builder.Files.Tests;

public class RunFolderTests
{
    [Fact]
    public void Runs_that_begin_in_the_same_second_have_folders_of_their_own()
    {
        using var project = new TemporaryFolder();

        var runs = Enumerable.Range(0, 3).Select(_ => RunFolder.CreateIn(project.Path).Path).ToList();

        Assert.Distinct(runs);
        Assert.All(runs, run => Assert.Equal(RunFolder.RunsOf(project.Path), Path.GetDirectoryName(run)));
        Assert.All(runs, run => Assert.True(Directory.Exists(run)));
    }

    [Fact]
    public void A_run_without_a_checkpoint_cannot_go_on()
    {
        using var project = new TemporaryFolder();
        var run = RunFolder.CreateIn(project.Path);

        Assert.False(run.CanResume);
        Assert.Null(run.ResumeAt);
    }

    [Fact]
    public void A_folder_is_a_model_once_its_summary_is_there()
    {
        using var project = new TemporaryFolder();
        var bundle = new BundleFolder(Directory.CreateDirectory(RunFolder.CreateIn(project.Path).Bundle).FullName);
        File.WriteAllText(bundle.Weights, "");
        Assert.False(bundle.Exists);

        File.WriteAllText(bundle.Summary, "{}");

        Assert.True(bundle.Exists);
    }
}
