using System.Text;
using System.Text.Json;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Tests.Damaged;

namespace Builder.Graph.Tests.Json;

/// <summary>Project files, copied blocks and logged edits that are damaged: they are read or refused in words.</summary>
public sealed class DamagedDocumentTests
{
    private static readonly byte[] s_project = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Golden", "iris.json"));

    [Fact]
    public void A_damaged_project_file_is_read_or_refused_in_words() => Damage.Try("project", s_project, bytes => Refused(() =>
    {
        // What is read can be written and read again.
        var written = ProjectJson.Write(ProjectJson.Read(bytes));
        Assert.Equal(written, ProjectJson.Write(ProjectJson.Read(written)));
    }));

    [Fact]
    public void Damaged_copied_blocks_are_read_or_refused_in_words()
    {
        var copied = Encoding.UTF8.GetBytes($$"""{"builder":1,"group":"g","project":{{Encoding.UTF8.GetString(s_project)}}}""");
        Damage.Try("copied", copied, bytes => Refused(() => ClipboardJson.Read(Encoding.UTF8.GetString(bytes))));
    }

    [Fact]
    public void A_damaged_edit_is_read_or_refused()
    {
        var edit = EditJson.Write(new Batch([new RenameProject("花"), .. ProjectJson.Read(s_project).Blocks.Values.Select(b => new AddBlock(b))]));
        Damage.Try("edit", edit, bytes => Refused(() => EditJson.Read(bytes)));
    }

    private static void Refused(Action read)
    {
        try
        {
            read();
        }
        catch (ProjectFileException refused)
        {
            Assert.NotEmpty(refused.Words.Zh);
        }
        catch (JsonException refused)
        {
            // Of the log, which people do not see.
            Assert.NotEmpty(refused.Message);
        }
    }
}
