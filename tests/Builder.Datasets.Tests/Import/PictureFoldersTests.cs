using Builder.Datasets.Import;

namespace Builder.Datasets.Tests.Import;

public sealed class PictureFoldersTests
{
    [Theory]
    [InlineData("train/cat/1.png val/cat/2.png", "train:cat val:cat")]
    [InlineData("cat/train/1.png dog/train/2.png dog/Test/3.png", "train:cat train:dog Test:dog")]
    [InlineData("set/Training/cat/1.png set/Validation/dog/2.png set/Testing/dog/3.png", "Training:cat Validation:dog Testing:dog")]
    [InlineData("data/training_set/cats/1.png data/test_set/dogs/2.png", "training_set:cats test_set:dogs")]
    [InlineData("训练集/猫/1.png 验证集/狗/2.png 测试/狗/3.png", "训练集:猫 验证集:狗 测试:狗")]
    [InlineData("训练/1.png 测试/2.png", "训练:– 测试:–")]
    [InlineData("images/train/1.png images/dev/2.png", "train:– dev:–")]
    [InlineData("train/cat/1.png test/dog/2.png cover.png", "train:cat test:dog –:–")]
    [InlineData("train/cat/1.png dog/test/2.png", "train:cat test:dog")]
    [InlineData("train/train/1.png train/plane/2.png test/plane/3.png", "train:train train:plane test:plane")]
    public void Folders_that_are_called_as_parts_are_parts(string files, string expected)
    {
        var folders = PictureFolders.Of(files.Split(' '));

        Assert.True(folders.HaveParts);
        Assert.Equal(expected.Split(' '), folders.Parts.Zip(folders.Classes, (part, name) => $"{part ?? "–"}:{name ?? "–"}"));
    }

    [Theory]
    [InlineData("train/1.png plane/2.png car/3.png", "train plane car")]
    [InlineData("cat/1.png dog/2.png loose.png", "cat dog –")]
    [InlineData("animals/cat/1.png animals/dog/2.png animals/loose.png", "cat dog –")]
    [InlineData("pictures/1.png pictures/2.png", "– –")]
    [InlineData("1.png 2.png", "– –")]
    [InlineData("cat/train/1.png dog/train/2.png", "cat dog")]
    [InlineData("valid/1.png invalid/2.png", "valid invalid")]
    [InlineData("x/cat/black/1.png x/cat/white/2.png x/dog/3.png", "black white dog")]
    public void Others_are_classes_and_those_around_all_pictures_say_nothing(string files, string expected)
    {
        var folders = PictureFolders.Of(files.Split(' '));

        Assert.False(folders.HaveParts);
        Assert.Equal(expected.Split(' '), folders.Classes.Select(name => name ?? "–"));
    }
}
