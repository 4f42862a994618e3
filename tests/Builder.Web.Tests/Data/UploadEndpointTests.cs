using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Builder.Graph.Data;
using Builder.Proposals;
using Builder.Web.Data.Upload;
using Builder.Web.Sessions;

namespace Builder.Web.Tests.Data;

public sealed class UploadEndpointTests : IAsyncLifetime
{
    private const string Table = "size,colour,kind\n1,red,a\n2,blue,b\n3,red,a\n4,blue,b\n";

    private DataServer _server = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await DataServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_table_is_in_the_project_and_its_document_when_the_answer_comes()
    {
        using var answer = await _server.UploadAsync("my table.csv", Encoding.UTF8.GetBytes(Table));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(Table, await File.ReadAllTextAsync(Path.Combine(_server.ProjectFolder, "my table.csv"), Stop));
        var session = await _server.Sessions.OpenAsync(_server.ProjectId, Stop);
        var data = session.Document.Data["my table"];
        Assert.Equal("my table.csv", ((TableSource)data.Source).Path);
        Assert.Equal("kind", TargetBlock.Column(TargetBlock.Find(session.Document, "my table")!));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_server.Home, "uploads")));
    }

    [Fact]
    public async Task A_file_of_the_same_name_gets_another_and_a_replaced_data_set_keeps_its_name()
    {
        using var first = await _server.UploadAsync("t.csv", Encoding.UTF8.GetBytes(Table));
        using var second = await _server.UploadAsync("t.csv", Encoding.UTF8.GetBytes(Table + "5,red,a\n"), query: "&replace=t");

        var session = await _server.Sessions.OpenAsync(_server.ProjectId, Stop);
        Assert.Equal("t-2.csv", ((TableSource)Assert.Single(session.Document.Data).Value.Source).Path);
    }

    [Fact]
    public async Task A_name_of_95_Chinese_characters_is_cut_to_what_the_disk_keeps()
    {
        using var answer = await _server.UploadAsync(new string('春', 95) + ".csv", Encoding.UTF8.GetBytes(Table));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Fact]
    public async Task A_project_that_is_not_there_takes_no_file_and_says_so()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/projects/bcdfghjkmnpq/files?name=a.csv") { Content = new StringContent(Table) };
        using var answer = await _server.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("not there any more", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    // A file stands where the uploads' folder should: what the disk says is told in its own words, not with an empty 500.
    [Fact]
    public async Task A_folder_that_takes_no_files_is_told_in_words()
    {
        Directory.Delete(Path.Combine(_server.Home, "uploads"));
        await File.WriteAllTextAsync(Path.Combine(_server.Home, "uploads"), "x", Stop);
        using var answer = await _server.UploadAsync("a.csv", Encoding.UTF8.GetBytes(Table));
        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.StatusCode);
        Assert.Equal("NotSaved", (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_file_alone_makes_a_project()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/projects/from-file?name=flowers.csv") { Content = new StringContent(Table) };

        using var answer = await _server.Client.SendAsync(request, Stop);

        var made = await answer.Content.ReadFromJsonAsync<UploadedFile>(Stop);
        Assert.Equal("flowers", (await _server.Projects.FindAsync(made!.ProjectId, Stop))?.Name);
        Assert.True(File.Exists(Path.Combine(_server.Sessions.FolderOf(made.ProjectId), "flowers.csv")));
    }

    /// <summary>So many columns that their description does not fit into a project file.</summary>
    [Fact]
    public async Task A_file_that_no_document_can_hold_leaves_no_project_behind()
    {
        const int Columns = 9_000;
        var table = string.Join(',', Enumerable.Range(1, Columns).Select(i => $"measurement {i}")) + "\n"
            + string.Concat(Enumerable.Range(0, 5).Select(row => string.Join(',', Enumerable.Range(1, Columns).Select(i => i % 7 * (row + 1))) + "\n"));
        var before = (await _server.Projects.ListAsync(ct: Stop)).Count;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/projects/from-file?name=wide.csv") { Content = new StringContent(table) };

        using var answer = await _server.Client.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(before, (await _server.Projects.ListAsync(ct: Stop)).Count);
        Assert.Equal(before, Directory.GetDirectories(Path.Combine(_server.Home, "projects")).Length);
    }

    [Fact]
    public async Task A_file_that_the_document_names_already_stays_where_somebody_hangs_up()
    {
        var session = await _server.Sessions.OpenAsync(_server.ProjectId, Stop);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        void HangUp(SessionChange change)
        {
            if (change.After.Data.Count > 0)
            {
                gone.Cancel();
            }
        }

        session.Changed += HangUp;
        try
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(Table));
            await Record.ExceptionAsync(() => _server.Get<UploadService>().AddAsync(_server.ProjectId, content, "t.csv", null, "en", gone.Token));
        }
        finally
        {
            session.Changed -= HangUp;
        }

        var source = (TableSource)Assert.Single(session.Document.Data).Value.Source;
        Assert.True(File.Exists(Path.Combine(_server.ProjectFolder, source.Path)));
    }

    [Fact]
    public async Task Ten_gigabytes_are_refused_at_once_by_the_name_of_the_limit()
    {
        using var line = new TcpClient();
        await line.ConnectAsync(_server.Address.Host, _server.Address.Port, Stop);
        await using var stream = line.GetStream();
        var head = $"POST /api/projects/{_server.ProjectId}/files?name=big.csv HTTP/1.1\r\nHost: {_server.Address.Authority}\r\n"
            + "Content-Length: 10000000000\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), Stop);

        using var reader = new StreamReader(stream);
        var status = await reader.ReadLineAsync(Stop);

        Assert.Contains("413", status, StringComparison.Ordinal);
        var rest = new char[4096];
        var text = new StringBuilder();
        while (!text.ToString().Contains("2 GB", StringComparison.Ordinal) && await reader.ReadAsync(rest, Stop) is var read and > 0)
        {
            text.Append(rest, 0, read);
        }

        Assert.Contains("2 GB", text.ToString(), StringComparison.Ordinal);
        Assert.Empty(_server.Stored());
    }

    [Fact]
    public async Task A_file_that_does_not_say_its_size_is_cut_off_at_the_limit()
    {
        await using var small = await DataServer.StartAsync(limit: 1_000_000);
        using var endless = new StreamContent(new ZeroStream(50_000_000));

        using var answer = await small.UploadAsync("zeros.csv", endless);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("1 MB", await Message(answer), StringComparison.Ordinal);
        Assert.Empty(small.Stored());
    }

    [Theory]
    [InlineData("../../evil.csv", "evil.csv")]
    [InlineData(@"C:\temp\evil.csv", "evil.csv")]
    [InlineData("/etc/passwd.csv", "passwd.csv")]
    [InlineData(".hidden.csv", "hidden.csv")]
    [InlineData("project.json.csv", "dataproject.json.csv")]
    [InlineData("safe\u202Evsc.csv", "safevsc.csv")]
    [InlineData("销售 数据.csv", "销售 数据.csv")]
    public async Task Names_are_made_safe(string sent, string stored)
    {
        using var answer = await _server.UploadAsync(sent, Encoding.UTF8.GetBytes(Table));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal([stored], Directory.EnumerateFiles(_server.ProjectFolder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Words_come_in_the_language_of_the_page()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/projects/{_server.ProjectId}/files?name=a.csv") { Content = new ByteArrayContent([]) };
        request.Headers.Add("Accept-Language", "zh-CN");

        using var answer = await _server.Client.SendAsync(request, Stop);

        Assert.Contains("是空文件", await Message(answer), StringComparison.Ordinal);
    }

    private static async Task<string> Message(HttpResponseMessage answer)
    {
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        return json.RootElement.GetProperty("detail").GetString()!;
    }

    /// <summary>Zeros without an announced length.</summary>
    private sealed class ZeroStream(long length) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - _read);
            Array.Clear(buffer, offset, read);
            _read += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
