using System.Xml.Linq;
using Builder.Graph;
using Builder.Web.Home;

namespace Builder.Web.Tests.Home;

public sealed class ReadyProjectsTests
{
    private static readonly ReadyProjects Ready = new(Path.Combine(Repository.Root, "templates"));

    public static TheoryData<string> Ids => new(Ready.List().Select(p => p.Id));

    [Fact]
    public void Every_ready_project_stands_on_the_home_page_each_at_a_place_of_its_own()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "templates")).Select(Path.GetFileName).Order();

        Assert.Equal(folders, Ready.List().Select(p => p.Id).Order());
        Assert.Equal(Ready.List().Count, Ready.List().Select(p => p.Card.Order).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_told_in_both_languages_and_has_a_picture(string id)
    {
        var project = Ready.List().Single(p => p.Id == id);
        Localized[] texts = [project.Card.Name, project.Card.Text, project.Card.Amount, project.Card.Time];

        Assert.All(texts, text => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", text.Zh));
        Assert.All(texts, text => Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}|^$", text.En));
        Assert.Contains(project.Card.Data, new[] { "table", "picture", "text", "series" });
        Assert.NotEmpty(XElement.Parse(project.Picture).Elements());
        Assert.DoesNotContain("<script", project.Picture, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_name_on_its_canvas_is_in_the_person_s_language(string id)
    {
        var document = Ready.DocumentOf(Ready.List().Single(p => p.Id == id), "zh");
        var names = document.Blocks.Values.Select(b => b.Label).OfType<string>().Concat(document.Groups.Values.Select(g => g.Name));

        Assert.All(names, name => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", name));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_copy_has_the_data_that_its_document_names_and_is_called_in_the_person_s_language(string id)
    {
        var project = Ready.List().Single(p => p.Id == id);
        var folder = Directory.CreateTempSubdirectory("builder-ready-");
        try
        {
            Ready.CopyDataTo(project, folder.FullName);
            var files = folder.EnumerateFiles().Select(f => f.Name).ToHashSet();

            Assert.Equal(project.Card.Name.Zh, Ready.DocumentOf(project, "zh").Name);
            Assert.NotEmpty(files);
            Assert.DoesNotContain("card.json", files);
            Assert.DoesNotContain("project.json", files);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
