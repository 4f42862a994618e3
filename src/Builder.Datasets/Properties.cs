using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Builder.Datasets.Tests")]
