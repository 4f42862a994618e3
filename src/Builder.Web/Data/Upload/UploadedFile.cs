namespace Builder.Web.Data.Upload;

/// <summary>What became of an upload.</summary>
/// <param name="ProjectId">The project that has the file now.</param>
/// <param name="DataSet">The data set that reads it.</param>
/// <param name="File">The file's name in the project.</param>
public sealed record UploadedFile(string ProjectId, string DataSet, string File);
