using Builder.Bench.Ui.Cases;

return await UiBench.RunAsync(args);
